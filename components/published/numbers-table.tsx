import { meaningOf, type Naming } from '#components/published/meaning';
import { printed, Result } from '#components/published/result';
import { Table } from '#components/summaries/table';
import type { Checked } from '#lib/counting/published/rules';
import { placeOf } from '#lib/counting/published/vocabulary';

type Props = Naming & Readonly<{ where: string; checked: readonly Checked[]; withTexts: boolean }>;

export const placeText = ({ t }: Pick<Naming, 't'>, where: string): string => {
  const [kind, number] = placeOf(where);
  return t('published.place', { kind, number });
};
export const placeId = (where: string): string => where.replace(' ', '-');

/** The numbers of one paragraph or table beside the register's. */
export function NumbersTable({ where, checked, withTexts, ...naming }: Props) {
  const { locale, t } = naming;
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
      {checked.map((each) => {
        const { number, n, of, found } = each;
        const value = printed(naming, number.unit, number.value);
        return (
          <tr key={number.id} id={number.id}>
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
            <td data-label={t('published.register')}>
              {printed(naming, number.unit, found)}
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
            <td className="result">
              <Result locale={locale} t={t} checked={each} />
            </td>
          </tr>
        );
      })}
    </Table>
  );
}
