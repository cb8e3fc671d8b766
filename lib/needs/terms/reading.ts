import type { TermKind, TermVerb } from '#lib/needs/terms/vocabulary';

/** A change of the vocabulary as reading needs it, in the order of the log. */
export type TermChange = Readonly<{
  seq: number;
  kind: TermKind;
  verb: TermVerb;
  code: string;
  decidedOn: string;
  /** The terms that took its place. */
  into: readonly string[];
  /** Where needs go that have no place of their own. */
  rest: string | null;
  /** The place of single needs, by their ids. */
  needs: ReadonlyMap<string, string>;
}>;

/**
 * How a code reads in the vocabulary of a date, in whichever vocabulary it was chosen. Onward, what
 * was merged or split by then reads
 * as what took its place. Back, what was split only later reads as what it came from; a merge
 * cannot be taken back for what was
 * coded after it. Codes are never used again, so the order of the log decides.
 */
export function readingOf(
  changes: readonly TermChange[],
  kind: TermKind,
  date: string,
): (code: string, needId?: string) => string {
  const own = changes.filter((change) => change.kind === kind);
  const [onward, later] = [
    own.filter(({ decidedOn }) => decidedOn <= date),
    own.filter(({ decidedOn }) => decidedOn > date).toReversed(),
  ];
  const unknownThen = new Set(later.filter(({ verb }) => verb === 'add').map(({ code }) => code));
  return (chosen, needId = '') => {
    let code = chosen;
    for (const change of onward)
      if (change.code === code && change.into.length > 0)
        code = change.needs.get(needId) ?? change.rest ?? code;
    for (const change of later) {
      if (
        change.verb === 'split' &&
        change.into.includes(code) &&
        (unknownThen.has(code) || change.needs.get(needId) === code)
      )
        code = change.code;
    }
    return code;
  };
}

/** The calendar day before a date; both are counted in UTC, where every day has 24 hours. */
export const dayBefore = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
