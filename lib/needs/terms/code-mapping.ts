import type { TermKind, TermVerb } from '#lib/needs/terms/vocabulary';

/** A change of the vocabulary, in the order of the change log. */
export type TermChange = Readonly<{
  seq: number;
  kind: TermKind;
  verb: TermVerb;
  code: string;
  decidedOn: string;
  /** The terms that replaced it. */
  into: readonly string[];
  /** The term for the needs that are not mapped one by one. */
  rest: string | null;
  /** The term of single needs, by their ids. */
  needs: ReadonlyMap<string, string>;
}>;

/**
 * Returns a function that maps a code to the vocabulary of a date, from whichever vocabulary it was
 * chosen. Forward: a term merged or split by then maps to its replacement. Backward: a term split
 * later maps to the original one; a merge cannot be undone for needs coded after it. Codes are
 * never reused, so the order of the change log decides.
 */
export function codeMapper(
  changes: readonly TermChange[],
  kind: TermKind,
  date: string,
): (code: string, needId?: string) => string {
  const changesOfKind = changes.filter((change) => change.kind === kind);
  const decided = changesOfKind.filter(({ decidedOn }) => decidedOn <= date);
  const later = changesOfKind.filter(({ decidedOn }) => decidedOn > date).toReversed();
  const addedLater = new Set(later.filter(({ verb }) => verb === 'add').map(({ code }) => code));
  return (originalCode, needId = '') => {
    let code = originalCode;
    for (const change of decided)
      if (change.code === code && change.into.length > 0)
        code = change.needs.get(needId) ?? change.rest ?? code;
    for (const change of later) {
      if (
        change.verb === 'split' &&
        change.into.includes(code) &&
        (addedLater.has(code) || change.needs.get(needId) === code)
      )
        code = change.code;
    }
    return code;
  };
}

/** The calendar day before a date, in UTC, where every day has 24 hours. */
export const dayBefore = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
