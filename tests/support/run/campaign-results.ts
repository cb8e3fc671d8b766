/** One line that a test recorded: what was counted, on which engine, and its figures. */
export type Counted = Readonly<Record<string, number | string>>;

/** One run of a part on all its engines, with one portion of the full count. */
export type Run = Readonly<{
  portion: number;
  seed: number;
  date: string;
  node: string;
  passed: number;
  failed: number;
  skipped: number;
  seconds: number;
  /** Which tests failed, with the beginning of what they said. */
  named: readonly string[];
  counted: readonly Counted[];
}>;

/**
 * The file of results of a part: all runs of a campaign that is under way or complete, and what
 * they add up to.
 */
export type Results = Readonly<{
  part: string;
  portions: number;
  complete: boolean;
  total: readonly Counted[];
  runs: readonly Run[];
}>;

/**
 * What measures a run, or says how large what it tried was, does not add up: the largest is kept.
 */
const largest = /megabyte|seconds|a second|milliseconds|^(rows|editors|needs|readers)$/;
/** What names a run or belongs to it alone. */
const ownOfRun = /^(seed|statuses)$/;

function added(one: Counted, other: Counted): Counted {
  const sum: Record<string, number | string> = { ...one };
  for (const [name, value] of Object.entries(other)) {
    const before = one[name];
    if (typeof value !== 'number' || typeof before !== 'number') sum[name] = value;
    else sum[name] = largest.test(name) ? Math.max(before, value) : before + value;
  }
  return sum;
}

/** Adds up what the runs counted, for each thing and engine. */
function totalOf(runs: readonly Run[]): readonly Counted[] {
  const totals = new Map<string, Counted>();
  for (const line of runs.flatMap(({ counted }) => counted)) {
    const figures = Object.fromEntries(
      Object.entries(line).filter(([name]) => !ownOfRun.test(name)),
    );
    const key = `${line.what} ${line.engine}`;
    const known = totals.get(key);
    totals.set(key, known ? added(known, figures) : figures);
  }
  return [...totals.values()];
}

/** The results with one more run. */
export function withRun(
  { part, portions, runs }: Pick<Results, 'part' | 'portions' | 'runs'>,
  run: Run,
): Results {
  const all = [...runs, run];
  return { part, portions, complete: all.length >= portions, total: totalOf(all), runs: all };
}

/**
 * Which portion comes next and by which seed: after those of a campaign under way the next one,
 * whose seed follows from the
 * first; after one that is complete, or was divided otherwise, the first of a new one.
 */
export function next(found: Results | undefined, part: string, portions: number, newSeed: number) {
  const goesOn = found !== undefined && !found.complete && found.portions === portions;
  const runs = goesOn ? found.runs : [];
  const first = runs[0]?.seed ?? newSeed;
  return { before: { part, portions, runs }, portion: runs.length + 1, seed: first + runs.length };
}
