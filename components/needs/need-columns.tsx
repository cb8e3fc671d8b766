import { provisionText } from '#components/needs/need-facts';
import type { Actor } from '#lib/base/actor';
import { categoryName } from '#lib/convention/categories';
import type { Locale, Names } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import type { Translate } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';
import type { NeedView, Vocabulary } from '#lib/needs/store/queries';
import { codingFieldNames } from '#lib/needs/model/blind';
import type { NeedContent } from '#lib/needs/model/schema';
import { daysSince, dueDate, awaitedParty } from '#lib/needs/model/awaiting';
import type { ListColumn } from '#lib/needs/model/vocabulary';

export function columnName(t: Translate, column: ListColumn): string {
  if (column === 'turn' || column === 'waiting' || column === 'due')
    return t(`queue.columns.${column}`);
  if (column === 'cycle') return t('reviews.cycle');
  return column === 'chapter' ? t('summaries.chapter') : t(`needs.${column}`);
}

type Terms = readonly Readonly<{ code: string; names: Names }>[];

type ContentColumn = Exclude<
  ListColumn,
  'reference' | 'state' | 'cycle' | 'status' | 'changed' | 'turn' | 'waiting' | 'due'
>;

/** Returns a part of a need's content as plain text; empty if it has none. */
export function contentText(
  locale: Locale,
  t: Translate,
  { subcategories, topics, types, tags }: Vocabulary,
  need: NeedContent,
  column: ContentColumn,
): string {
  const name = (code: string, terms: Terms) =>
    terms.find((term) => term.code === code)?.names[locale] ?? code;
  const names = (codes: readonly string[], terms: Terms) =>
    codes.map((code) => name(code, terms)).join('; ');
  switch (column) {
    case 'chapter':
      return need.chapter ?? '';
    case 'provision':
      return provisionText(locale, t, need);
    case 'category':
      return need.category ? categoryName(need.category, locale) : '';
    case 'subcategory':
      return need.subcategory ? name(need.subcategory, subcategories) : '';
    case 'topics':
      return names(need.topics, topics);
    case 'types':
      return names(need.types, types);
    case 'tags':
      return names(need.tags, tags);
    case 'targetGroups':
      return need.targetGroups.map((group) => t(`targetGroups.${group}`)).join('; ');
    case 'priority':
      return need.priority === null ? '' : String(need.priority);
    case 'page':
      return need.page === null ? '' : String(need.page);
    case 'language':
      return need.language ? languageNames[need.language] : '';
    case 'text':
    case 'quote':
    case 'paragraph':
      return need[column] ?? '';
  }
}

/** Whether a column shows a part of the coding, which is hidden from who codes the need blind. */
export const isOfCoding = (column: ListColumn): boolean =>
  column === 'provision' || codingFieldNames.some((name) => name === column);

/** The reader of a list and the date, `YYYY-MM-DD`. */
export type Viewer = Readonly<{ actor: Actor; today: string }>;

/** Returns a column of the needs list as plain text. */
export function columnText(
  locale: Locale,
  t: Translate,
  vocabulary: Vocabulary,
  need: NeedView,
  column: ListColumn,
  viewer?: Viewer,
): string {
  if (need.blind && isOfCoding(column)) return t('secondCoding.hidden');
  switch (column) {
    case 'reference':
      return need.reference ?? '';
    case 'state':
      return stateName(need.stateCode, locale);
    case 'cycle':
      return t(`cycles.${need.cycle}`);
    case 'status':
      return t(`statuses.${need.status}`);
    case 'changed':
      return need.updatedAt.slice(0, 10);
    case 'turn':
      return viewer ? t(`queue.turns.${awaitedParty(viewer.actor, need)}`) : '';
    case 'waiting':
      return viewer && awaitedParty(viewer.actor, need) !== 'nobody'
        ? t('queue.days', { count: daysSince(need.updatedAt, viewer.today) })
        : '';
    case 'due':
      return dueDate(need) ?? '';
    default:
      return contentText(locale, t, vocabulary, need, column);
  }
}
