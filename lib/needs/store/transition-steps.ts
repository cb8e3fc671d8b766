import 'server-only';
import { and, eq, inArray, isNotNull, isNull, ne, not, or, sql, type SQL } from 'drizzle-orm';
import type { Writer } from '#db/client';
import { account, need, needVersion, review } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { done, failed, forbidden, notFound, type Outcome } from '#lib/base/errors';
import type { Cycle } from '#lib/convention/chapters';
import { needById, vocabulary, type NeedView } from '#lib/needs/store/queries';
import { wasRecodedBy } from '#lib/needs/model/recoded-sql';
import { referenceOf } from '#lib/needs/model/reference';
import {
  requiresReason,
  statusesAllowing,
  requestAfter,
  transitions,
  checkTransition,
} from '#lib/needs/model/transitions';
import {
  draftFaults,
  faultsOfForm,
  vocabularyCodes,
  needDraft,
  type Codes,
  type NeedContent,
  type NeedFields,
} from '#lib/needs/model/schema';
import { optionalReason, requiredReason } from '#lib/text/reason';
import type { Request, Status, Verb } from '#lib/needs/model/vocabulary';

/** A need and the version that the person saw. */
export type NeedVersionRef = Readonly<{ id: string; version: number }>;

export const loadCodes = async (actor: Actor, tx: Writer): Promise<Codes> =>
  vocabularyCodes(await vocabulary(actor, tx));

/**
 * Parses the content of a form, or returns what is wrong with it; with a cycle also all that keeps
 * it from being submitted, so that wrong and empty fields are shown together.
 */
export function parseContent(
  fields: NeedFields,
  codes: Codes,
  cycle?: Cycle,
): Outcome<NeedContent> {
  const parsed = needDraft(codes).safeParse(fields);
  if (parsed.success) return done(parsed.data);
  const faults = draftFaults(parsed.error.issues);
  const errors = cycle ? faultsOfForm(fields, faults, cycle, codes) : faults;
  return failed({ kind: 'invalid', errors });
}

/** The failure with the errors of another outcome besides. */
export function withErrorsOf(failure: Outcome<never>, other: Outcome<unknown>): Outcome<never> {
  if (failure.ok || failure.failure.kind !== 'invalid') return failure;
  const errors = other.ok || other.failure.kind !== 'invalid' ? [] : other.failure.errors;
  return failed({ kind: 'invalid', errors: [...failure.failure.errors, ...errors] });
}

/** Parses the reason; a verb that requires one is refused without. */
export const parseReason = (verb: Verb, typed: string, from?: Status): Outcome<string | null> =>
  requiresReason(verb, from) ? requiredReason(typed) : optionalReason(typed);

/** Who wrote the present version of a need, and when. */
export async function latestChange(tx: Writer, id: string) {
  const [latest] = await tx
    .select({ by: account.name, at: needVersion.at })
    .from(needVersion)
    .innerJoin(account, eq(account.id, needVersion.actorId))
    .where(and(eq(needVersion.needId, id), isNull(needVersion.toSeq)));
  return latest;
}

/** The conflict after someone else changed the need first: who, and when. */
export const conflictFailure = async (tx: Writer, id: string): Promise<Outcome<never>> =>
  failed({ kind: 'conflict', why: 'moved', ...(await latestChange(tx, id)) });

/** Loads the need, if the actor may use this verb on the version that they saw. */
export async function loadForTransition(
  tx: Writer,
  actor: Actor,
  verb: Verb,
  { id, version }: NeedVersionRef,
): Promise<Outcome<NeedView>> {
  const found = await needById(actor, id, tx);
  if (!found) return notFound;
  if (!found.working) return forbidden('role');
  const verdict = checkTransition(actor, verb, found);
  if (verdict === 'role' || verdict === 'not-yours' || verdict === 'four-eyes')
    return forbidden(verdict);
  if (found.version !== version) return conflictFailure(tx, id);
  if (verdict !== 'allowed') return failed({ kind: 'conflict', why: verdict });
  return done(found);
}

function requestCondition(request: Request | 'any' | 'none' | undefined): SQL | undefined {
  if (request === undefined) return undefined;
  if (request === 'none') return isNull(need.request);
  return request === 'any' ? isNotNull(need.request) : eq(need.request, request);
}

/**
 * The conditions under which the row may still be updated: the rules once more, checked by the
 * database itself.
 */
export function transitionCondition(actor: Actor, verb: Verb): SQL | undefined {
  const { by, request } = transitions[verb];
  const accountId = actor.accountId!;
  return and(
    inArray(need.status, [...statusesAllowing(actor.role, verb)]),
    by[actor.role] === 'other-hands'
      ? or(
          eq(need.lifted, true),
          and(
            ne(need.enteredBy, accountId),
            ne(need.changedBy, accountId),
            or(isNull(need.recodedBy), ne(need.recodedBy, accountId)),
            not(wasRecodedBy(accountId)),
          ),
        )
      : undefined,
    requestCondition(request),
  );
}

/**
 * Updates the working row from exactly the version seen; false when someone else changed it first.
 */
export async function updateForTransition(
  tx: Writer,
  actor: Actor,
  verb: Verb,
  before: NeedView,
  set: Partial<typeof need.$inferInsert>,
): Promise<boolean> {
  const updated = await tx
    .update(need)
    .set({
      ...set,
      status: transitions[verb].to ?? before.status,
      request: requestAfter(verb, before.request),
      lifted: verb === 'lift-four-eyes',
      version: before.version + 1,
      updatedAt: new Date().toISOString(),
    })
    .where(
      and(
        eq(need.id, before.id),
        eq(need.version, before.version),
        transitionCondition(actor, verb),
      ),
    )
    .returning({ id: need.id });
  return updated.length === 1;
}

/**
 * Returns the readable reference of the need (`KEN-2-014`); a new one comes from the counter of its
 * review.
 */
export async function assignReference(tx: Writer, before: NeedView): Promise<string> {
  if (before.reference) return before.reference;
  const [counter] = await tx
    .update(review)
    .set({ numbered: sql`${review.numbered} + 1` })
    .where(eq(review.id, before.reviewId))
    .returning({ number: review.numbered });
  return referenceOf(before.stateCode, before.cycle, counter!.number);
}
