import { errorOf, type FormError } from '#components/ui/error-summary';
import { ChoiceGroup } from '#components/ui/field';
import { unitName, units as knownUnits } from '#lib/assistance/activities/units';
import { qualifiers } from '#lib/assistance/activities/vocabulary';
import { listOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{ t: Translate; form: FormFields; errors: readonly FormError[] }>;

type Column = 'numberValue' | 'numberQualifier' | 'numberUnit' | 'documentTitle' | 'documentUrl';

const idOf = (column: Column, row: number) => (row === 0 ? column : `${column}-${row + 1}`);

/** A number with which a unit is named in its plural. */
const pluralNumber = 5;

/** The rows of a form: as many as are filled in, and two empty ones. */
const rowsFor = (filled: number) =>
  Array.from({ length: Math.min(filled + 2, 20) }, (_, row) => row);

const labelOf = (t: Translate, column: Column, row: number) =>
  `${t(`assistance.fields.${column}`)} ${row + 1}`;

/**
 * The name of a column above one control, for narrow screens. Screen readers have the label of the
 * control instead.
 */
const ColumnLabel = ({ t, name }: { t: Translate; name: Column }) => (
  <span className="row-label" aria-hidden="true">
    {t(`assistance.fields.${name}`)}
  </span>
);

/** The names of the columns above all rows, for wide screens. */
const ColumnHeads = ({ t, names }: { t: Translate; names: readonly Column[] }) => (
  <div
    className={names.includes('documentUrl') ? 'number-row row-heads two' : 'number-row row-heads'}
    aria-hidden="true"
  >
    {names.map((name) => (
      <span key={name}>{t(`assistance.fields.${name}`)}</span>
    ))}
  </div>
);

type NumberRowProps = Readonly<{
  t: Translate;
  row: number;
  value: string;
  qualifier: string;
  unit: string;
  isInvalid: boolean;
}>;

/** A reported number: its value, its qualifier and what it counts. */
const NumberRow = ({ t, row, value, qualifier, unit, isInvalid }: NumberRowProps) => (
  <div className="number-row">
    <ColumnLabel t={t} name="numberValue" />
    <input
      type="text"
      name="numberValue"
      id={idOf('numberValue', row)}
      defaultValue={value}
      aria-label={labelOf(t, 'numberValue', row)}
      aria-invalid={isInvalid ? true : undefined}
      inputMode="numeric"
      dir="ltr"
      className="date"
    />
    <ColumnLabel t={t} name="numberQualifier" />
    <select
      name="numberQualifier"
      id={idOf('numberQualifier', row)}
      defaultValue={qualifier}
      aria-label={labelOf(t, 'numberQualifier', row)}
    >
      {qualifiers.map((each) => (
        <option key={each} value={each}>
          {t(`assistance.qualifiers.${each}`)}
        </option>
      ))}
    </select>
    <ColumnLabel t={t} name="numberUnit" />
    <input
      type="text"
      name="numberUnit"
      id={idOf('numberUnit', row)}
      defaultValue={unitName(t, unit, Number(value) || pluralNumber)}
      aria-label={labelOf(t, 'numberUnit', row)}
      dir="auto"
      list="units"
    />
  </div>
);

/** Reported numbers, one a row. */
export function NumberRows({ t, form, errors }: Props) {
  const values = listOf(form, 'numberValue');
  const chosen = listOf(form, 'numberQualifier');
  const units = listOf(form, 'numberUnit');
  const error =
    errorOf(errors, 'numberValue') ??
    errorOf(errors, 'numberUnit') ??
    errorOf(errors, 'numberQualifier');
  return (
    <ChoiceGroup
      name="numbers"
      label={t('assistance.fields.numbers')}
      hint={t('assistance.hints.number')}
      error={error}
      optional={t('assistance.optional')}
    >
      <ColumnHeads t={t} names={['numberValue', 'numberQualifier', 'numberUnit']} />
      {rowsFor(units.filter(Boolean).length).map((row) => (
        <NumberRow
          key={row}
          t={t}
          row={row}
          value={values[row] ?? ''}
          qualifier={chosen[row] ?? 'exactly'}
          unit={units[row] ?? ''}
          isInvalid={Boolean(error)}
        />
      ))}
      <datalist id="units">
        {knownUnits.map((unit) => (
          <option key={unit} value={unitName(t, unit, pluralNumber)} />
        ))}
      </datalist>
    </ChoiceGroup>
  );
}

/** Documents, one a row: title and address. */
export function DocumentRows({ t, form, errors }: Props) {
  const titles = listOf(form, 'documentTitle');
  const urls = listOf(form, 'documentUrl');
  const error = errorOf(errors, 'documentUrl') ?? errorOf(errors, 'documentTitle');
  return (
    <ChoiceGroup
      name="documents"
      label={t('assistance.fields.documents')}
      hint={t('assistance.hints.documents')}
      error={error}
      optional={t('assistance.optional')}
    >
      <ColumnHeads t={t} names={['documentTitle', 'documentUrl']} />
      {rowsFor(urls.filter(Boolean).length).map((row) => (
        <div key={row} className="number-row">
          <ColumnLabel t={t} name="documentTitle" />
          <input
            type="text"
            name="documentTitle"
            id={idOf('documentTitle', row)}
            defaultValue={titles[row] ?? ''}
            aria-label={labelOf(t, 'documentTitle', row)}
            dir="auto"
          />
          <ColumnLabel t={t} name="documentUrl" />
          <input
            type="url"
            name="documentUrl"
            id={idOf('documentUrl', row)}
            defaultValue={urls[row] ?? ''}
            aria-label={labelOf(t, 'documentUrl', row)}
            aria-invalid={error ? true : undefined}
            dir="ltr"
          />
        </div>
      ))}
    </ChoiceGroup>
  );
}
