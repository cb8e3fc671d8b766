import { readFileSync } from 'node:fs';

type Calc = Readonly<{
  of: 'needs' | 'states' | 'states_completed' | 'type_mentions';
  region?: readonly string[];
  category?: string;
  subcategory?: string;
  tag?: string;
  type?: string;
  article?: string;
  each?: boolean;
  plus?: '2x_combined';
  since?: boolean;
}>;
export type PublishedFigure = Readonly<{
  id: string;
  what: string;
  value: number;
  unit: 'count' | 'percent';
  status: 'must' | 'rule-dependent' | 'contradiction';
  recomputed: number;
  comparison: 'eq' | 'gt';
  calc: Readonly<{ num: Calc; den?: Calc }>;
}>;

/** The 308 numbers of the note of 2023. */
export const publishedFigures = (
  JSON.parse(readFileSync('lib/counting/published/note-2023.json', 'utf8')) as {
    figures: PublishedFigure[];
  }
).figures;

/** As much of the API's answer as the figures need. */
type Answer = Readonly<{
  totals: Readonly<{ summaries: number; statesWithNeeds: number; needs: number }>;
  articles: readonly Readonly<{ article: string; needs: number }>[];
  matrices: readonly Readonly<{
    region: string;
    rows: readonly Readonly<{ articles: string; total: number }>[];
  }>[];
  types: readonly Readonly<{ region: string; mentions: number }>[];
}>;
export type AskApi = (query: string) => Promise<Answer>;

const cutoff = '2023-02-28';
const previousCutoff = '2021-10-31';

async function valueAt(
  ask: AskApi,
  { of, region, category, subcategory, tag, type, article, each, plus }: Calc,
  until: string,
): Promise<number> {
  const query = new URLSearchParams({ cycle: '2', chapter: 'II', cutoff: until });
  for (const [name, value] of Object.entries({
    region: region?.join(','),
    category,
    subcategory,
    tag,
    type,
  }))
    if (value) query.set(name, value);
  const answer = await ask(query.toString());
  if (of === 'states') return answer.totals.statesWithNeeds;
  if (of === 'states_completed') return answer.totals.summaries;
  if (of === 'type_mentions') return answer.types.reduce((sum, { mentions }) => sum + mentions, 0);
  const inRow = (row: string) =>
    answer.matrices
      .flatMap(({ rows }) => rows)
      .filter(({ articles }) => articles === row)
      .reduce((sum, { total }) => sum + total, 0);
  if (article)
    return each
      ? answer.articles.find((found) => found.article === article)!.needs
      : inRow(article);
  return answer.totals.needs + (plus ? 2 * inRow('5;6') : 0);
}

const valueOf = async (ask: AskApi, calc: Calc) =>
  (await valueAt(ask, calc, cutoff)) - (calc.since ? await valueAt(ask, calc, previousCutoff) : 0);

/**
 * The figure's number by its `calc`, from the API's answers alone: a count, or a percentage half
 * up.
 */
export async function evaluate(
  ask: AskApi,
  { calc: { num, den } }: PublishedFigure,
): Promise<number> {
  const n = await valueOf(ask, num);
  if (!den) return n;
  return Math.round((100 * n) / (await valueOf(ask, den)));
}
