import { NumberCell } from '#components/summaries/numbers';
import { ScrollableTable } from '#components/ui/scrollable-table';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import type { ProgressCounts } from '#lib/counting/count/progress';

type Row = ProgressCounts & Readonly<{ key: string; name: string; href?: string; note?: string }>;
type Props = Readonly<{
  locale: Locale;
  t: Translate;
  caption: string;
  /** The name of the first column. */ first: string;
  rows: readonly Row[];
}>;

const statusColumns = ['draft', 'submitted', 'returned', 'recoded', 'approved'] as const;

/** The needs entered, by status, and the articles without an answer. */
export const ProgressTable = ({ locale, t, caption, first, rows }: Props) => (
  <ScrollableTable label={caption}>
    <table>
      <caption className="away">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="words">
            {first}
          </th>
          <th scope="col">{t('progress.entered')}</th>
          {statusColumns.map((status) => (
            <th key={status} scope="col">
              {t(`statuses.${status}`)}
            </th>
          ))}
          <th scope="col">{t('progress.unanswered')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, href, note, entered, byStatus, unanswered }) => (
          <tr key={key}>
            <th scope="row">
              {href ? <a href={href}>{name}</a> : name}
              {note ? <span className="note"> {note}</span> : null}
            </th>
            <NumberCell locale={locale} n={entered} />
            {statusColumns.map((status) => (
              <NumberCell key={status} locale={locale} n={byStatus[status] ?? 0} />
            ))}
            <NumberCell locale={locale} n={unanswered} />
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollableTable>
);
