import { codingTerm, codingTexts } from '#components/coding/coding-cells';
import { Table } from '#components/summaries/table';
import type { Difference } from '#lib/review/coding/difference-queries';
import type { CodingVariable } from '#lib/review/coding/agreement';
import type { Coding } from '#lib/review/coding/vocabulary';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import type { Vocabulary } from '#lib/needs/store/queries';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  difference: Difference;
  vocabulary: Vocabulary;
}>;
type Column = Readonly<{
  key: string;
  head: string;
  texts: Readonly<Record<CodingVariable, string>>;
  /** What differs from the first coding. */
  differing: readonly CodingVariable[];
}>;

const variables: readonly CodingVariable[] = ['article', 'category', 'subcategory', 'tags'];

/** The first coding, the second ones, and the one that settled their difference. */
function columnsOf({ locale, t, difference, vocabulary }: Props): Column[] {
  const { chapter, first, seconds, settlement } = difference;
  const textsOf = (coding: Coding) => codingTexts(locale, t, chapter, coding, vocabulary);
  const secondHead = (place: number) =>
    seconds.length > 1 ? t('secondCoding.secondOf', { n: place + 1 }) : t('secondCoding.second');
  const columns: Column[] = [
    { key: 'first', head: t('secondCoding.first'), texts: textsOf(first), differing: [] },
    ...seconds.map(({ place, coding, differs }) => ({
      key: `second-${place}`,
      head: secondHead(place),
      texts: textsOf(coding),
      differing: differs,
    })),
  ];
  if (!settlement) return columns;
  return [
    ...columns,
    {
      key: 'settled',
      head: t('secondCoding.settledCoding'),
      texts: textsOf(settlement.coding),
      differing: [],
    },
  ];
}

/** The codings of one need beside each other; what differs from the first is marked. */
export function CodingsCompared(props: Props) {
  const { t } = props;
  const columns = columnsOf(props);
  const firstHead = (
    <span key="what" className="away">
      {t('secondCoding.variable')}
    </span>
  );
  const heads = columns.map(({ key, head }) => (
    <span key={key} className="words">
      {head}
    </span>
  ));
  return (
    <Table labelledBy="compared" heads={[firstHead, ...heads]}>
      {variables.map((name) => (
        <tr key={name}>
          <th scope="row">{codingTerm(t, name)}</th>
          {columns.map(({ key, texts, differing }) => (
            <td key={key} className="words">
              {differing.includes(name) ? <strong>≠ {texts[name]}</strong> : texts[name]}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}
