import 'server-only';
import type { Actor } from '#lib/base/actor';
import type { Chapter } from '#lib/convention/chapters';
import { quoteCell, type RowFault } from '#lib/needs/imports/pipeline/faults';
import type { ParsedNeedsFile, ParsedRow } from '#lib/needs/imports/needs/parse-file';
import { contentColumnOf, mergeContent } from '#lib/needs/imports/needs/row';
import type { RowOutcome } from '#lib/needs/imports/pipeline/row-plan';
import { looksLikeReference } from '#lib/needs/model/reference';
import type { NeedContent } from '#lib/needs/model/schema';
import { refKey } from '#lib/needs/model/source-ref';
import { readCode } from '#lib/text/written';
import type { ReviewView } from '#lib/needs/reviews/queries';
import {
  changedContentFields,
  fieldsNotOpened,
  changeRefusal,
  type NeedOfReview,
} from '#lib/needs/store/review-needs';

/** What is wrong with a row only in view of the register. */
type PlanFault =
  | 'notOpen'
  | 'notYours'
  | 'notOpened'
  | 'sameNeed'
  | 'alikeRefs'
  | 'unknownReference'
  | 'refTaken'
  | 'declared'
  | 'reviewClosed';
type PlannedFault = Omit<RowFault, 'key'> & Readonly<{ key: PlanFault | RowFault['key'] }>;

/** What an import does with a row, and why. */
export type PlannedNeed = Readonly<{
  line: number;
  ref: string;
  outcome: RowOutcome;
  /** The need of the register that the row is about. */
  need?: NeedOfReview;
  /** What the need will say. */
  content?: NeedContent;
  changed: readonly (keyof NeedContent)[];
  faults: readonly PlannedFault[];
}>;

/** What the rows are compared with. */
export type PlanContext = Readonly<{
  actor: Actor;
  review: ReviewView;
  needs: readonly NeedOfReview[];
  /** Keys of refs of needs in the review that the actor does not see. */
  hidden: ReadonlySet<string>;
  /** Chapters that were declared complete. */
  declared: ReadonlySet<Chapter>;
}>;

/**
 * The ref as it is stored: refs are unique in the register, and people of several States number
 * their needs alike.
 */
export const storedRef = (
  { stateCode, cycle }: Pick<ReviewView, 'stateCode' | 'cycle'>,
  ref: string,
): string => `${stateCode}-${cycle}/${ref}`;

/**
 * The ref of a need in a template: its reference, else the number that the person gave it, else its
 * id.
 */
export function refInTemplate(
  review: Pick<ReviewView, 'stateCode' | 'cycle'>,
  { reference, sourceRef, id }: Pick<NeedOfReview, 'reference' | 'sourceRef' | 'id'>,
): string {
  const prefix = storedRef(review, '');
  const ownRef = sourceRef?.startsWith(prefix) ? sourceRef.slice(prefix.length) : sourceRef;
  return reference ?? ownRef ?? id;
}

const contentColumns = new Set<string>(Object.values(contentColumnOf));
const columnOfField = (field: string): string =>
  (contentColumnOf as Readonly<Record<string, string>>)[field] ?? field;

/** The needs that a ref names by the same kind of name: more than one only where they are alike. */
type NamedNeeds = readonly NeedOfReview[];

/** Needs by reference, own number and id; a reference wins over a number, a number over an id. */
function needsByRef(needs: readonly NeedOfReview[]): ReadonlyMap<string, NamedNeeds> {
  const named = (key: 'id' | 'sourceRef' | 'reference') =>
    Map.groupBy(
      needs.filter((need) => need[key]),
      (need) => refKey(need[key]!),
    );
  return new Map([...named('id'), ...named('sourceRef'), ...named('reference')]);
}

const wrong = (
  { line, ref }: ParsedRow,
  need: NeedOfReview | undefined,
  ...faults: readonly PlannedFault[]
): PlannedNeed => ({ line, ref, outcome: 'wrong', need, changed: [], faults });

/** Plans a row whose ref stands for several needs, which differ only in how their refs are written. */
const planAlike = (row: ParsedRow, review: PlanContext['review'], needs: NamedNeeds): PlannedNeed =>
  wrong(row, undefined, {
    column: 'ref',
    key: 'alikeRefs',
    values: {
      value: quoteCell(row.ref),
      found: needs
        .map((need) => refInTemplate(review, { ...need, reference: null }))
        .toSorted()
        .map(quoteCell)
        .join(', '),
    },
  });

/** Plans a row that names no need of the register. */
function planNewNeed(
  row: ParsedRow,
  content: NeedContent,
  { review, hidden, declared }: PlanContext,
): PlannedNeed {
  const { line, ref } = row;
  const refuse = (key: PlanFault) => wrong(row, undefined, { column: 'ref', key });
  if (review.closedAt) return refuse('reviewClosed');
  if (hidden.has(refKey(ref)) || hidden.has(refKey(storedRef(review, ref))))
    return refuse('refTaken');
  if (content.chapter && declared.has(content.chapter))
    return wrong(row, undefined, { column: 'chapter', key: 'declared' });
  if (looksLikeReference(readCode(ref).toUpperCase())) return refuse('unknownReference');
  return { line, ref, outcome: 'new', content, changed: [], faults: [] };
}

/** Plans a row that changes a need of the register. */
function planChange(
  row: ParsedRow,
  need: NeedOfReview,
  content: NeedContent,
  changed: PlannedNeed['changed'],
  { actor, review }: PlanContext,
): PlannedNeed {
  const { line, ref } = row;
  const refuse = (key: PlanFault, values?: RowFault['values']) =>
    wrong(row, need, { column: 'ref', key, values });
  if (review.closedAt) return refuse('reviewClosed');
  const why = changeRefusal(actor, review, need);
  if (why) return refuse(why === 'status' ? 'notOpen' : 'notYours', { status: need.status });
  const notOpened = fieldsNotOpened(need, changed);
  if (notOpened.length > 0) {
    const faults = notOpened.map((field) => ({
      column: columnOfField(field),
      key: 'notOpened' as const,
    }));
    return wrong(row, need, ...faults);
  }
  return { line, ref, outcome: 'changed', need, content, changed, faults: [] };
}

/**
 * Plans what an import of this file would do, row by row. Pure: the same file and register always
 * give the same plan.
 */
export function planNeeds({ columns, rows }: ParsedNeedsFile, context: PlanContext): PlannedNeed[] {
  const { review, needs } = context;
  const byRef = needsByRef(needs);
  const firstLines = new Map<string, number>();

  const planRow = (row: ParsedRow): PlannedNeed => {
    const { line, ref, content: parsed, faults } = row;
    const key = refKey(ref);
    const named =
      key === '' ? [] : (byRef.get(key) ?? byRef.get(refKey(storedRef(review, ref))) ?? []);
    if (named.length > 1) return planAlike(row, review, named);
    const [need] = named;
    const first = need && firstLines.get(need.id);
    if (first !== undefined && faults.length === 0)
      return wrong(row, need, { column: 'ref', key: 'sameNeed', values: { first } });
    if (first !== undefined) return wrong(row, need, ...faults);
    if (need) firstLines.set(need.id, line);
    const content =
      parsed && need
        ? mergeContent(parsed, need.content, (column) => columns.includes(column))
        : parsed;
    const changed = content && need ? changedContentFields(need.content, content) : [];
    // A draft may be incomplete in the template, and stays so where nobody touched it.
    const hasOnlyContentFaults = faults.every(({ column = '' }) => contentColumns.has(column));
    if (need && content && hasOnlyContentFaults && changed.length === 0)
      return { line, ref, outcome: 'same', need, content, changed, faults: [] };
    if (faults.length > 0 || !content) return wrong(row, need, ...faults);
    return need
      ? planChange(row, need, content, changed, context)
      : planNewNeed(row, content, context);
  };
  return rows.map(planRow);
}
