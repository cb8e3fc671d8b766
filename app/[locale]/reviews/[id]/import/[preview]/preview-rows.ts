import type { PreviewRow } from '#components/imports/preview-table';
import type { Locale } from '#lib/convention/names';
import type { PlannedNeed } from '#lib/needs/imports/needs/plan';
import { rowOutcomes } from '#lib/needs/imports/pipeline/row-plan';
import type { NeedsPreview as Preview } from '#lib/needs/imports/needs/previews';
import { needColumnLabel, faultMessage } from '#lib/needs/imports/fault-messages';
import { formatList } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Parameters = Readonly<Record<string, string | string[] | undefined>>;
type View = (typeof rowOutcomes)[number] | 'all';

const pageSize = 100;
const longestExcerpt = 140;

/** The fields of a need whose column in the file has another name. */
const columnOfField: Readonly<Record<string, string>> = {
  general: 'articles',
  targetGroups: 'target_groups',
};

const excerpt = (text: string) =>
  text.length > longestExcerpt ? `${text.slice(0, longestExcerpt).trimEnd()} …` : text;

function viewOf({ counts }: Preview, { show }: Parameters): View {
  const known = rowOutcomes.find((outcome) => outcome === show);
  if (known) return known;
  return show === 'all' || counts.wrong === 0 ? 'all' : 'wrong';
}

/** Returns the rows of the view and page that the address names; wrong rows come first. */
export function previewPage(preview: Preview, parameters: Parameters) {
  const view = viewOf(preview, parameters);
  const rows = preview.plan.filter(({ outcome }) => view === 'all' || outcome === view);
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const isNumber = /^[1-9]\d{0,4}$/.test(String(parameters.page));
  const page = Math.min(pages, isNumber ? Number(parameters.page) : 1);
  return { view, page, pages, rows: rows.slice((page - 1) * pageSize, page * pageSize) };
}

/** Says what is wrong with a row, which fields it changes, or what it adds. */
function explanation(
  locale: Locale,
  t: Translate,
  { outcome, faults, changed, content }: PlannedNeed,
): string[] {
  switch (outcome) {
    case 'wrong':
      return faults.map(({ column, key, values }) => {
        const text = faultMessage(t, key, values);
        return column
          ? t('imports.columnFault', { column: needColumnLabel(locale, t, column), text })
          : text;
      });
    case 'changed': {
      const names = changed.map((field) =>
        needColumnLabel(locale, t, columnOfField[field] ?? field),
      );
      return [t('imports.willChange', { fields: formatList(locale, [...new Set(names)]) })];
    }
    case 'new':
      return content?.text ? [excerpt(content.text)] : [];
    case 'same':
      return [];
  }
}

export const previewRow = (locale: Locale, t: Translate, row: PlannedNeed): PreviewRow => ({
  line: row.line,
  ref: row.ref,
  outcome: row.outcome,
  label: t(`imports.outcomes.${row.outcome}`),
  why: explanation(locale, t, row),
  href: row.need ? `/${locale}/needs/${row.need.id}` : undefined,
});
