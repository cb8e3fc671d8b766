import { claimColumns, assistanceOf, statusCase } from '#bin/witness/assistance-sql';

/** The parameters of the summary API and the scope of the reader, as validated values. */
export type WitnessQuery = Readonly<{
  cycle: number;
  chapters: readonly string[];
  cutoff: string;
  revision: number;
  regions: readonly string[];
  categories: readonly string[];
  subcategories: readonly string[];
  articles: readonly string[];
  types: readonly string[];
  tags: readonly string[];
  topics: readonly string[];
  priorities: readonly string[];
  statuses: readonly string[];
  reader: WitnessReader;
}>;
export type WitnessReader = Readonly<
  | { kind: 'nobody' }
  | { kind: 'public' }
  | { kind: 'staff' }
  | { kind: 'state'; stateId: string }
  | { kind: 'reviews'; reviewIds: readonly string[] }
>;

/** Quotes codes, dates and ids for SQL; throws for anything else. */
export function quoted(value: string): string {
  if (!/^[A-Za-z0-9 _-]*$/.test(value)) throw new Error(`"${value}" is no code`);
  return `'${value}'`;
}
const list = (values: readonly string[]) => `(${values.map(quoted).join(', ')})`;
const isIn = (column: string, values: readonly string[]) =>
  values.length === 0 ? 'true' : `${column} in ${list(values)}`;
const hasAny = (column: string, codes: readonly string[]) =>
  codes.length === 0 ? 'true' : `(${codes.map((code) => holds(column, code)).join(' or ')})`;

/** Whether a list stored as JSON text contains a code. */
export const holds = (column: string, code: string) =>
  `${column} like '%"' || ${quoted(code)} || '"%'`;
/** Whether a provision (`5;6`) contains an article. */
export const under = (article: string) =>
  article === 'general'
    ? `provision = 'general'`
    : `';' || provision || ';' like '%;' || ${quoted(article)} || ';%'`;

function visibleSummaries(reader: WitnessReader, cutoffToday: string): string {
  const isReached = (column: string) =>
    `(${column} is not null and ${column} <= ${quoted(cutoffToday)})`;
  // At the revision, and now as well: what was withdrawn since is hidden from the past too.
  const published = `(${isReached('rv.published_on')} and ${isReached('r.published_on')})`;
  switch (reader.kind) {
    case 'nobody':
      return 'false';
    case 'public':
      return published;
    case 'staff':
      return 'true';
    case 'state':
      return `(${published} or r.state_id = ${quoted(reader.stateId)})`;
    case 'reviews':
      return reader.reviewIds.length === 0
        ? published
        : `(${published} or r.id in ${list(reader.reviewIds)})`;
  }
}

/** Selects the completed summaries at the revision, filtered by region alone. */
export const summariesOf = (
  { cycle, cutoff, revision, regions, reader }: WitnessQuery,
  today: string,
): string => `
  select r.id as review_id, r.state_id, rv.region from review_version rv join review r on r.id = rv.review_id
  where rv.from_seq <= ${revision} and (rv.to_seq is null or rv.to_seq > ${revision})
    and r.cycle = ${cycle} and rv.completed_on is not null and rv.completed_on <= ${quoted(cutoff)}
    and ${isIn('rv.region', regions)} and ${visibleSummaries(reader, today)}`;

/** Selects the needs: the versions that counted at the revision. */
export const needsOf = (question: WitnessQuery, today: string): string => `
  select c.state_id, c.region, v.category, v.subcategory, v.chapter, v.types, v.tags, v.topics, v.provision, ${statusCase} as status, ${claimColumns.map((claim) => `coalesce(st.${claim}, 0) as ${claim}`).join(', ')}
  from need_version v join need n on n.id = v.need_id join (${summariesOf(question, today)}) c on c.review_id = n.review_id
    left join (${assistanceOf(question.revision)}) st on st.need_id = v.need_id
  where v.counted_from_seq is not null and v.counted_from_seq <= ${question.revision} and (v.counted_to_seq is null or v.counted_to_seq > ${question.revision})
    and ${isIn('v.chapter', question.chapters)} and ${isIn('v.category', question.categories)} and ${isIn('v.subcategory', question.subcategories)}
    and ${question.articles.length === 0 ? 'true' : `(${question.articles.map(under).join(' or ')})`}
    and ${hasAny('v.types', question.types)} and ${hasAny('v.tags', question.tags)} and ${hasAny('v.topics', question.topics)}
    and ${isIn(statusCase, question.statuses)}
    and ${question.priorities.length === 0 ? 'true' : `v.priority in (${question.priorities.map(Number).join(', ')})`}`;
