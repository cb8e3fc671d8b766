import { excerptOf, codingTerm } from '#components/coding/coding-cells';
import { Table } from '#components/summaries/table';
import type { Difference } from '#lib/review/coding/difference-queries';
import type { Locale } from '#lib/convention/names';
import { formatList } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';

/** The needs whose codings differ, each linked to the page that settles it. */
export function DifferencesTable({
  locale,
  t,
  labelledBy,
  differences,
}: Readonly<{
  locale: Locale;
  t: Translate;
  labelledBy: string;
  differences: readonly Difference[];
}>) {
  return (
    <Table
      labelledBy={labelledBy}
      heads={[t('secondCoding.task'), t('secondCoding.differsIn'), t('secondCoding.standing')].map(
        (head) => (
          <span key={head} className="words">
            {head}
          </span>
        ),
      )}
    >
      {differences.map(({ id, text, language, seconds, settlement }) => (
        <tr key={id}>
          <th scope="row" className="excerpt">
            <a
              href={`/${locale}/coding/differences/${id}`}
              lang={language ?? undefined}
              dir={language ? directionOf(language) : 'auto'}
            >
              {excerptOf(text)}
            </a>
          </th>
          <td className="words">
            {formatList(
              locale,
              [...new Set(seconds.flatMap(({ differs }) => differs))].map((name) =>
                codingTerm(t, name),
              ),
            )}
          </td>
          <td className="words">
            {settlement ? t('secondCoding.settled') : t('secondCoding.toSettle')}
          </td>
        </tr>
      ))}
    </Table>
  );
}
