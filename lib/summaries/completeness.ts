import { categoryCodes } from '#lib/convention/categories';
import { regionCodes, type Region } from '#lib/convention/regions';
import type { Facts } from '#lib/summaries/facts';
import { share, type Share } from '#lib/summaries/figures';
import { countedReviews, passing, type Filter } from '#lib/summaries/filter';

/** What may be known of a need beyond its category. */
export const known = ['article', 'subcategory', 'topic', 'type', 'tag', 'priority'] as const;
export type Known = (typeof known)[number];
/** Of the counted needs of a region, how many say each of these; types are of capacity-building alone. */
export type Completeness = Readonly<{ region: Region | null; summaries: number; needs: number; shares: Readonly<Record<Known, Share>> }>;

/** How much is known of the needs that are counted, by region and for all (null) last. */
export function completeness(facts: Facts, filter: Filter): Completeness[] {
  const { region, summaries } = countedReviews(facts, filter);
  const { provision, narrowed } = passing(facts, filter);
  const capacity = categoryCodes.indexOf('capacity-building');
  const general = facts.provision.dictionary.texts.map((text) => text.endsWith(' general'));
  const says = (column: Facts['types'], row: number) => column.dictionary.texts[column.values[row]!] !== '';
  const rows = [...regionCodes, null].map(() => ({ needs: 0, ofTypes: 0, n: Object.fromEntries(known.map((name) => [name, 0])) as Record<Known, number> }));
  for (let i = 0; i < facts.size; i += 1) {
    const at = region[facts.review.values[i]!]!;
    if (at < 0 || !provision[facts.provision.values[i]!] || narrowed.some(({ column, pass }) => !pass[column[i]!])) continue;
    const said: Readonly<Record<Known, boolean>> = {
      article: !general[facts.provision.values[i]!], subcategory: says(facts.subcategory, i), topic: says(facts.topics, i), type: says(facts.types, i), tag: says(facts.tags, i), priority: facts.priority.values[i]! > 0,
    };
    for (const row of [rows[at]!, rows.at(-1)!]) {
      row.needs += 1;
      if (facts.category.values[i] === capacity) row.ofTypes += 1;
      for (const name of known) if (said[name]) row.n[name] += 1;
    }
  }
  const all = summaries.reduce((sum, n) => sum + n, 0);
  return rows.map(({ needs, ofTypes, n }, i) => ({
    region: regionCodes[i] ?? null, summaries: summaries[i] ?? all, needs,
    shares: Object.fromEntries(known.map((name) => [name, share(n[name], name === 'type' ? ofTypes : needs)])) as Record<Known, Share>,
  }));
}
