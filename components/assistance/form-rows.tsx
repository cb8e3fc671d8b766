import { errorOf, type ShownError } from '#components/ui/error-summary';
import { ChoiceGroup } from '#components/ui/field';
import { unitName, units as known } from '#lib/assistance/activities/units';
import { qualifiers } from '#lib/assistance/activities/vocabulary';
import { listOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{ t: Translate; form: FormFields; errors: readonly ShownError[] }>;

const id = (name: string, row: number) => (row === 0 ? name : `${name}-${row + 1}`);
/** A number with the plural that names a unit by itself. */
const several = 5;
const rowsOf = (count: number) => Array.from({ length: Math.min(count + 2, 20) }, (_, row) => row);

type Column = 'numberValue' | 'numberQualifier' | 'numberUnit' | 'documentTitle' | 'documentUrl';
/**
 * What a column of rows holds: above the rows, or on a phone above each control, whose own name
 * says it with the number of its row.
 */
const Head = ({ t, name }: { t: Translate; name: Column }) => (
  <span className="row-label" aria-hidden="true">
    {t(`assistance.fields.${name}`)}
  </span>
);
const Heads = ({ t, names }: { t: Translate; names: readonly Column[] }) => (
  <div
    className={names.includes('documentUrl') ? 'number-row row-heads two' : 'number-row row-heads'}
    aria-hidden="true"
  >
    {names.map((name) => (
      <span key={name}>{t(`assistance.fields.${name}`)}</span>
    ))}
  </div>
);

/** Reported numbers: as many rows as there are, and two empty ones. */
export function NumberRows({ t, form, errors }: Props) {
  const values = listOf(form, 'numberValue');
  const meant = listOf(form, 'numberQualifier');
  const units = listOf(form, 'numberUnit');
  const error =
    errorOf(errors, 'numberValue') ??
    errorOf(errors, 'numberUnit') ??
    errorOf(errors, 'numberQualifier');
  const label = (name: 'numberValue' | 'numberQualifier' | 'numberUnit', row: number) =>
    `${t(`assistance.fields.${name}`)} ${row + 1}`;
  return (
    <ChoiceGroup
      name="numbers"
      label={t('assistance.fields.numbers')}
      hint={t('assistance.hints.number')}
      error={error}
      optional={t('assistance.optional')}
    >
      <Heads t={t} names={['numberValue', 'numberQualifier', 'numberUnit']} />
      {rowsOf(units.filter(Boolean).length).map((row) => (
        <div key={row} className="number-row">
          <Head t={t} name="numberValue" />
          <input
            type="text"
            name="numberValue"
            id={id('numberValue', row)}
            defaultValue={values[row] ?? ''}
            aria-label={label('numberValue', row)}
            aria-invalid={error ? true : undefined}
            inputMode="numeric"
            dir="ltr"
            className="date"
          />
          <Head t={t} name="numberQualifier" />
          <select
            name="numberQualifier"
            id={id('numberQualifier', row)}
            defaultValue={meant[row] ?? 'exactly'}
            aria-label={label('numberQualifier', row)}
          >
            {qualifiers.map((each) => (
              <option key={each} value={each}>
                {t(`assistance.qualifiers.${each}`)}
              </option>
            ))}
          </select>
          <Head t={t} name="numberUnit" />
          <input
            type="text"
            name="numberUnit"
            id={id('numberUnit', row)}
            defaultValue={unitName(t, units[row] ?? '', Number(values[row]) || several)}
            aria-label={label('numberUnit', row)}
            dir="auto"
            list="units"
          />
        </div>
      ))}
      <datalist id="units">
        {known.map((unit) => (
          <option key={unit} value={unitName(t, unit, several)} />
        ))}
      </datalist>
    </ChoiceGroup>
  );
}

/** Documents: title and address. */
export function DocumentRows({ t, form, errors }: Props) {
  const titles = listOf(form, 'documentTitle');
  const urls = listOf(form, 'documentUrl');
  const error = errorOf(errors, 'documentUrl') ?? errorOf(errors, 'documentTitle');
  const label = (name: 'documentTitle' | 'documentUrl', row: number) =>
    `${t(`assistance.fields.${name}`)} ${row + 1}`;
  return (
    <ChoiceGroup
      name="documents"
      label={t('assistance.fields.documents')}
      hint={t('assistance.hints.documents')}
      error={error}
      optional={t('assistance.optional')}
    >
      <Heads t={t} names={['documentTitle', 'documentUrl']} />
      {rowsOf(urls.filter(Boolean).length).map((row) => (
        <div key={row} className="number-row">
          <Head t={t} name="documentTitle" />
          <input
            type="text"
            name="documentTitle"
            id={id('documentTitle', row)}
            defaultValue={titles[row] ?? ''}
            aria-label={label('documentTitle', row)}
            dir="auto"
          />
          <Head t={t} name="documentUrl" />
          <input
            type="url"
            name="documentUrl"
            id={id('documentUrl', row)}
            defaultValue={urls[row] ?? ''}
            aria-label={label('documentUrl', row)}
            aria-invalid={error ? true : undefined}
            dir="ltr"
          />
        </div>
      ))}
    </ChoiceGroup>
  );
}
