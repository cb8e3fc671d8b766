import { codingTerm, codingWords } from '#components/coding/coding-cells';
import { Table } from '#components/summaries/table';
import type { Difference } from '#lib/review/coding/difference-queries';
import type { Variable } from '#lib/review/coding/agreement';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import type { Vocabulary } from '#lib/needs/store/queries';

const rows: readonly Variable[] = ['article', 'category', 'subcategory', 'tags'];

/** The codings of one need beside each other; what differs from the first is marked. */
export function CodingsCompared({
  locale,
  t,
  difference: { chapter, first, seconds, settlement },
  vocabulary,
}: Readonly<{ locale: Locale; t: Translate; difference: Difference; vocabulary: Vocabulary }>) {
  const columns = [
    {
      key: 'first',
      head: t('secondCoding.first'),
      said: codingWords(locale, t, chapter, first, vocabulary),
      differs: [] as readonly Variable[],
    },
    ...seconds.map(({ place, coding, differs }) => ({
      key: `second-${place}`,
      head:
        seconds.length > 1
          ? t('secondCoding.secondOf', { n: place + 1 })
          : t('secondCoding.second'),
      said: codingWords(locale, t, chapter, coding, vocabulary),
      differs,
    })),
    ...(settlement
      ? [
          {
            key: 'settled',
            head: t('secondCoding.settledCoding'),
            said: codingWords(locale, t, chapter, settlement.coding, vocabulary),
            differs: [],
          },
        ]
      : []),
  ];
  return (
    <Table
      labelledBy="compared"
      heads={[
        <span key="what" className="away">
          {t('secondCoding.variable')}
        </span>,
        ...columns.map(({ key, head }) => (
          <span key={key} className="words">
            {head}
          </span>
        )),
      ]}
    >
      {rows.map((name) => (
        <tr key={name}>
          <th scope="row">{codingTerm(t, name)}</th>
          {columns.map(({ key, said, differs }) => (
            <td key={key} className="words">
              {differs.includes(name) ? <strong>≠ {said[name]}</strong> : said[name]}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}
