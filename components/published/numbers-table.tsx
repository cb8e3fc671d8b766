import { meaningOf, type Naming } from '#components/published/meaning';
import { printed, Result } from '#components/published/result';
import { Table } from '#components/summaries/table';
import type { CheckedNumber } from '#lib/counting/published/check-note';
import { parsePlace } from '#lib/counting/published/vocabulary';

type Props = Naming &
  Readonly<{ where: string; checked: readonly CheckedNumber[]; withTexts: boolean }>;

export const placeText = ({ t }: Pick<Naming, 't'>, where: string): string => {
  const [kind, number] = parsePlace(where);
  return t('published.place', { kind, number });
};
export const placeId = (where: string): string => where.replace(' ', '-');

type RowProps = Naming & Readonly<{ checked: CheckedNumber; withTexts: boolean }>;

/** The number of the register, for a percentage with the counts behind it. */
function RegisterCell({ checked, ...naming }: Naming & Readonly<{ checked: CheckedNumber }>) {
  const { t } = naming;
  const { number, n, of, found } = checked;
  const count = (value: number | null) => printed(naming, 'count', value);
  return (
    <td data-label={t('published.register')}>
      {printed(naming, number.unit, found)}
      {of === null ? null : (
        <>
          {' '}
          <small>{t('figures.of', { n: count(n), of: count(of) })}</small>
        </>
      )}
    </td>
  );
}

function NumberRow({ checked, withTexts, ...naming }: RowProps) {
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
      <RegisterCell {...naming} checked={checked} />
      <td className="result">
        <Result locale={locale} t={t} checked={checked} />
      </td>
    </tr>
  );
}

/** The numbers of one paragraph or table of a note, beside those of the register. */
export function NumbersTable({ where, checked, withTexts, ...naming }: Props) {
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
        <NumberRow key={each.number.id} {...naming} checked={each} withTexts={withTexts} />
      ))}
    </Table>
  );
}
