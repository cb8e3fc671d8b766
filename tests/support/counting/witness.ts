import { rows } from '#tests/support/databases/sql';

export type Question = Readonly<{
  cycle: number;
  chapter: string;
  /** Summaries completed on or before this day. */
  cutoff: string;
  /** Only summaries published by today; null: all. */
  publishedBy: string | null;
}>;

const summaries = `review r join review_version w on w.review_id = r.id and w.to_seq is null`;
const completed = `r.cycle = ? and w.completed_on is not null and w.completed_on <= ? and (cast(? as text) is null or w.published_on <= ?)`;
const needs = `need_version v join need n on n.id = v.need_id join review r on r.id = n.review_id
  join review_version w on w.review_id = r.id and w.to_seq is null`;
const counted = `${completed} and v.counted_from_seq is not null and v.counted_to_seq is null and v.chapter = ?`;

/** One line for each group: `needs AFR 5;6 policymaking 3`. */
async function lines(
  what: string,
  query: string,
  params: readonly (string | number | null)[],
): Promise<string[]> {
  const found = await rows(query, params);
  return found.map((row) => [what, ...Object.values(row)].join(' '));
}

/**
 * What plain SQL counts now, one line a number, zeros left out: the expected side of every test of
 * a count.
 */
export async function witnessed({
  cycle,
  chapter,
  cutoff,
  publishedBy,
}: Question): Promise<string[]> {
  const reviews = [cycle, cutoff, publishedBy, publishedBy];
  const all = [...reviews, chapter];
  const groups = await Promise.all([
    lines('summaries', `select count(*) from ${summaries} where ${completed}`, reviews),
    lines(
      'summaries',
      `select w.region, count(*) from ${summaries} where ${completed} group by w.region`,
      reviews,
    ),
    lines('needs', `select count(*) from ${needs} where ${counted}`, all),
    lines('states', `select count(distinct r.state_id) from ${needs} where ${counted}`, all),
    lines(
      'needs',
      `select w.region, count(*) from ${needs} where ${counted} group by w.region`,
      all,
    ),
    lines(
      'states',
      `select w.region, count(distinct r.state_id) from ${needs} where ${counted} group by w.region`,
      all,
    ),
    lines(
      'needs',
      `select v.category, count(*) from ${needs} where ${counted} group by v.category`,
      all,
    ),
    lines(
      'states',
      `select v.category, count(distinct r.state_id) from ${needs} where ${counted} group by v.category`,
      all,
    ),
    lines(
      'needs',
      `select v.category, v.subcategory, count(*) from ${needs} where ${counted} and v.subcategory is not null group by v.category, v.subcategory`,
      all,
    ),
    lines(
      'needs',
      `select w.region, v.provision, v.category, count(*) from ${needs} where ${counted} group by w.region, v.provision, v.category`,
      all,
    ),
    lines(
      'row',
      `select w.region, v.provision, count(*) from ${needs} where ${counted} group by w.region, v.provision`,
      all,
    ),
    ...Array.from({ length: 55 }, (_, i) => String(i + 5)).map((article) =>
      lines(
        `article ${article}`,
        `select count(*) as n, count(distinct r.state_id) as states from ${needs} where ${counted} and ';' || v.provision || ';' like ? having count(*) > 0`,
        [...all, `%;${article};%`],
      ),
    ),
  ]);
  return groups.flat().toSorted();
}
