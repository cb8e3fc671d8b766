import 'server-only';
import type { Actor } from '#lib/base/actor';
import { fingerprintOfShown } from '#lib/base/fingerprint';
import type { Chapter } from '#lib/convention/chapters';
import { contentColumnOf } from '#lib/needs/imports/need-row';
import type { CheckedRow, CheckedSheet, RowFault } from '#lib/needs/imports/sheet';
import {
  fieldsChanged,
  fieldsNotOpened,
  whyNotChange,
  type NeedOfReview,
} from '#lib/needs/store/of-review';
import { looksLikeReference } from '#lib/needs/model/reference';
import type { NeedContent } from '#lib/needs/model/schema';
import type { ReviewSeen } from '#lib/needs/reviews/queries';

export const outcomes = ['new', 'changed', 'same', 'wrong'] as const;
export type OutcomeOfRow = (typeof outcomes)[number];

/** What an import does with a row, and why. */
export type PlannedRow = Readonly<{
  line: number;
  ref: string;
  outcome: OutcomeOfRow;
  /** The need of the register that the row is about. */
  need?: NeedOfReview;
  /** What the need will say. */
  content?: NeedContent;
  changed: readonly (keyof NeedContent)[];
  faults: readonly (Omit<RowFault, 'key'> & Readonly<{ key: PlanFault | RowFault['key'] }>)[];
}>;
/** What is wrong with a row only in view of the register. */
export type PlanFault =
  | 'notOpen'
  | 'notYours'
  | 'notOpened'
  | 'sameNeed'
  | 'unknownReference'
  | 'refTaken'
  | 'declared'
  | 'reviewClosed';

/**
 * What the rows are held against: the needs of the review, refs of needs there that the actor does
 * not see, and the chapters that were declared complete.
 */
export type Standing = Readonly<{
  actor: Actor;
  review: ReviewSeen;
  needs: readonly NeedOfReview[];
  hidden: ReadonlySet<string>;
  declared: ReadonlySet<Chapter>;
}>;

/**
 * The ref as it is stored: refs are unique in the register, and people of several States number
 * their needs alike.
 */
export const storedRef = (
  { stateCode, cycle }: Pick<ReviewSeen, 'stateCode' | 'cycle'>,
  ref: string,
): string => `${stateCode}-${cycle}/${ref}`;
/**
 * The ref by which a need stands in a template: its reference, else the number of the person's own,
 * else its id.
 */
export function shownRef(
  review: Pick<ReviewSeen, 'stateCode' | 'cycle'>,
  { reference, sourceRef, id }: Pick<NeedOfReview, 'reference' | 'sourceRef' | 'id'>,
): string {
  const prefix = storedRef(review, '');
  return (
    reference ?? (sourceRef?.startsWith(prefix) ? sourceRef.slice(prefix.length) : sourceRef) ?? id
  );
}

const contentFields = new Set<string>(Object.values(contentColumnOf));
const columnOfField = (field: string): string =>
  (contentColumnOf as Readonly<Record<string, string>>)[field] ?? field;

/** What the file says, with what the register holds where the file has no such column. */
function merged(said: NeedContent, before: NeedContent, columns: readonly string[]): NeedContent {
  const given = Object.entries(contentColumnOf)
    .filter(([, column]) => columns.includes(column))
    .map(([field]) => field);
  if (given.includes('articles')) given.push('general');
  return {
    ...before,
    ...Object.fromEntries(given.map((field) => [field, said[field as keyof NeedContent]])),
  };
}

/**
 * What an import of this sheet would do, row by row. Pure: the same sheet and register always give
 * the same plan.
 */
export function planOf(
  { columns, rows }: CheckedSheet,
  { actor, review, needs, hidden, declared }: Standing,
): PlannedRow[] {
  const byRef = new Map<string, NeedOfReview>();
  // What comes later wins: a reference over a number of one's own, that over an id.
  for (const key of ['id', 'sourceRef', 'reference'] as const)
    for (const need of needs) if (need[key]) byRef.set(need[key], need);
  const lines = new Map<string, number>();

  return rows.map(({ line, ref, content: said, faults: found }: CheckedRow): PlannedRow => {
    const need = ref === '' ? undefined : (byRef.get(ref) ?? byRef.get(storedRef(review, ref)));
    const wrong = (...faults: PlannedRow['faults']): PlannedRow => ({
      line,
      ref,
      outcome: 'wrong',
      need,
      changed: [],
      faults,
    });
    const about = (key: PlanFault, values?: RowFault['values']) =>
      wrong({ column: 'ref', key, values });
    if (need) {
      const first = lines.get(need.id);
      if (first !== undefined)
        return found.length > 0 ? wrong(...found) : about('sameNeed', { first });
      lines.set(need.id, line);
    }
    // A draft of the template may be incomplete, and stays as it is where nobody touched it.
    const complete = found.every(({ column = '' }) => contentFields.has(column));
    const content = said && need ? merged(said, need.content, columns) : said;
    const changed = content && need ? fieldsChanged(need.content, content) : [];
    if (need && content && complete && changed.length === 0)
      return { line, ref, outcome: 'same', need, content, changed, faults: [] };
    if (found.length > 0 || !content) return wrong(...found);
    if (!need) {
      if (review.closedAt) return about('reviewClosed');
      if (hidden.has(ref) || hidden.has(storedRef(review, ref))) return about('refTaken');
      if (content.chapter && declared.has(content.chapter))
        return wrong({ column: 'chapter', key: 'declared' });
      return looksLikeReference(ref)
        ? about('unknownReference')
        : { line, ref, outcome: 'new', content, changed: [], faults: [] };
    }
    if (review.closedAt) return about('reviewClosed');
    const why = whyNotChange(actor, review, need);
    if (why) return about(why === 'status' ? 'notOpen' : 'notYours', { status: need.status });
    const closed = fieldsNotOpened(need, changed);
    if (closed.length > 0)
      return wrong(
        ...closed.map((field) => ({ column: columnOfField(field), key: 'notOpened' as const })),
      );
    return { line, ref, outcome: 'changed', need, content, changed, faults: [] };
  });
}

export const countOf = (plan: readonly PlannedRow[]): Record<OutcomeOfRow, number> =>
  Object.fromEntries(
    outcomes.map((outcome) => [outcome, plan.filter((row) => row.outcome === outcome).length]),
  ) as Record<OutcomeOfRow, number>;

/** What was seen: the file, and what of the register its rows were held against. */
export const fingerprintOf = (sha256: string, plan: readonly PlannedRow[]): string =>
  fingerprintOfShown([
    sha256,
    plan.map(({ line, outcome, need }) => [line, outcome, need?.id, need?.version, need?.status]),
  ]);
