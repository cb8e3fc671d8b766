import type { Actor } from '#lib/base/actor';
import { environment } from '#lib/base/env';
import { categoryName, type Category } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { regionName, type Region } from '#lib/convention/regions';
import { parseComparison } from '#lib/counting/comparisons/comparison-parameters';
import { compareSides } from '#lib/counting/comparisons/queries';
import { latestSeenRevision } from '#lib/counting/facts/revisions';
import { today } from '#lib/text/dates';
import { translator, type Translate } from '#lib/text/i18n';
import { headsOf } from '../compare/comparison-texts';
import { namesOf } from '../read-summary';
import type { TableRows } from './table-rows';

type Names = Awaited<ReturnType<typeof namesOf>>;

/** What a compared number is about: the region, category, article or term. */
function aboutOf(locale: Locale, t: Translate, names: Names, dimension: string, code: string) {
  switch (dimension) {
    case 'region':
      return regionName(code as Region, locale);
    case 'category':
      return categoryName(code as Category, locale);
    case 'article':
      return t('provisions.articles', { count: 1, list: code });
    default:
      return dimension in names ? names[dimension as keyof Names](code) : code;
  }
}

/** The name of a compared number, such as `category capacity-building states`. */
function nameOfNumber(locale: Locale, t: Translate, names: Names, key: string): string {
  const parts = key.split(' ');
  const unit = {
    summaries: t('summaries.summariesColumn'),
    states: t('summaries.statesColumn'),
    needs: t('summaries.needsColumn'),
    mentions: t('summaries.types'),
  }[parts.at(-1)!];
  // A subcategory is named after its category: `subcategory CATEGORY CODE needs`.
  const about = parts.length > 1 ? aboutOf(locale, t, names, parts[0]!, parts.at(-2)!) : undefined;
  return [about, unit].filter(Boolean).join(' · ');
}

async function* changeRows(
  heads: readonly string[],
  rows: readonly (readonly [string, readonly number[]])[],
): TableRows {
  yield [heads];
  yield rows.map(([name, numbers]) => [name, ...numbers]);
}

/** Returns the rows of a comparison, or why there is none. */
export async function comparisonRows(
  actor: Actor,
  locale: Locale,
  query: Readonly<Record<string, string>>,
): Promise<TableRows | 'nothing' | 'faults'> {
  if (actor.role === 'public' && !environment().open) return 'nothing';
  const present = { today: today(), revision: await latestSeenRevision(actor) };
  const { parameters: asked, faults } = parseComparison(query, present);
  if (faults.length > 0) return 'faults';
  const t = translator(locale);
  const [compared, names] = await Promise.all([compareSides(actor, asked), namesOf(actor, locale)]);
  const heads = [
    t('compared.what'),
    ...headsOf({ locale, t, asked, compared }),
    t('compared.change'),
    t('compared.coverage'),
    t('compared.revision'),
    t('compared.rest'),
  ];
  const rows = [...compared.changes].map(
    ([key, { before, after, coverage, revision, rest }]) =>
      [
        nameOfNumber(locale, t, names, key),
        [before, after, after - before, coverage, revision, rest],
      ] as const,
  );
  return changeRows(heads, rows);
}
