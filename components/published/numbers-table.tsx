import { meaningOf, type Naming } from '#components/published/meaning';
import { printed, Result } from '#components/published/result';
import { CountLink } from '#components/summaries/numbers';
import { Table } from '#components/summaries/table';
import type { CheckedNumber } from '#lib/counting/published/check-note';
import { listOfCalculation } from '#lib/counting/published/number-lists';
import { parsePlace, type PublishedNote } from '#lib/counting/published/vocabulary';

type Props = Naming &
  Readonly<{
    note: PublishedNote;
    where: string;
    checked: readonly CheckedNumber[];
    withTexts: boolean;
  }>;

export const placeText = ({ t }: Pick<Naming, 't'>, where: string): string => {
  const [kind, number] = parsePlace(where);
  return t('published.place', { kind, number });
};
export const placeId = (where: string): string => where.replace(' ', '-');

type RowProps = Naming &
  Readonly<{ note: PublishedNote; checked: CheckedNumber; withTexts: boolean }>;

/** The number of the register, for a percentage with the counts behind it. */
function RegisterCell({ note, checked, ...naming }: Omit<RowProps, 'withTexts'>) {
  const { locale, t } = naming;
  const { number, n, of, found } = checked;
  const shown = printed(naming, number.unit, found);
  return (
    <td data-label={t('published.register')}>
      <CountLink n={n} href={listOfCalculation(locale, note, number.calc.num)}>
        {shown}
      </CountLink>
      {of === null ? null : (
        <>
          {' '}
          <small>
            {t('figures.of', {
              n: printed(naming, 'count', n),
              of: printed(naming, 'count', of),
            })}
          </small>
        </>
      )}
    </td>
  );
}

function NumberRow({ note, checked, withTexts, ...naming }: RowProps) {
  const { locale, t } = naming;
  const { number } = checked;
  const value = printed(naming, number.unit, number.value);
  return (
    <tr id={number.id}>
      <th scope="row">
        {meaningOf(naming, number)}
        {withTexts ? (
          <>
            <br />
            <bdi className="note">{number.what}</bdi>
          </>
        ) : null}
      </th>
      <td data-label={t('published.note')}>
        {number.comparison === 'gt' ? t('published.over', { number: value }) : value}
      </td>
      <RegisterCell {...naming} note={note} checked={checked} />
      <td className="result">
        <Result locale={locale} t={t} checked={checked} />
      </td>
    </tr>
  );
}

/** The numbers of one paragraph or table of a note, beside those of the register. */
export function NumbersTable({ note, where, checked, withTexts, ...naming }: Props) {
  const { t } = naming;
  return (
    <Table
      id={placeId(where)}
      caption={placeText(naming, where)}
      heads={[
        t('published.what'),
        t('published.note'),
        t('published.register'),
        t('published.result'),
      ]}
    >
      {checked.map((each) => (
        <NumberRow
          key={each.number.id}
          {...naming}
          note={note}
          checked={each}
          withTexts={withTexts}
        />
      ))}
    </Table>
  );
}
