import 'server-only';
import { and, eq, inArray, isNotNull, isNull, ne, not, or, sql, type SQL } from 'drizzle-orm';
import type { Writer } from '#db/client';
import { account, need, needVersion, review } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { done, failed, forbidden, notFound, type Outcome } from '#lib/base/errors';
import { needById, vocabulary, type NeedSeen } from '#lib/needs/store/queries';
import { recodings } from '#lib/needs/model/recodings';
import { referenceOf } from '#lib/needs/model/reference';
import { needsReason, openTo, requestAfter, rules, ruling } from '#lib/needs/model/rules';
import {
  codesOfVocabulary,
  needDraft,
  type Codes,
  type NeedContent,
  type NeedFields,
} from '#lib/needs/model/schema';
import { optionalReason, requiredReason } from '#lib/text/reason';
import type { Request, Verb } from '#lib/needs/model/vocabulary';

/** A need and the version that the person saw. */
export type Seen = Readonly<{ id: string; version: number }>;

export const codesIn = async (actor: Actor, tx: Writer): Promise<Codes> =>
  codesOfVocabulary(await vocabulary(actor, tx));

/** Parses the content of a form, or returns what is wrong with it. */
export function contentOf(fields: NeedFields, codes: Codes): Outcome<NeedContent> {
  const parsed = needDraft(codes).safeParse(fields);
  if (parsed.success) return done(parsed.data);
  return failed({
    kind: 'invalid',
    errors: parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), message })),
  });
}

/** Parses the reason; a verb that requires one is refused without. */
export const reasonOf = (verb: Verb, typed: string): Outcome<string | null> =>
  needsReason(verb) ? requiredReason(typed) : optionalReason(typed);

/** The conflict after someone else changed the need first: who, and when. */
export async function conflict(tx: Writer, id: string): Promise<Outcome<never>> {
  const [latest] = await tx
    .select({ by: account.name, at: needVersion.at })
    .from(needVersion)
    .innerJoin(account, eq(account.id, needVersion.actorId))
    .where(and(eq(needVersion.needId, id), isNull(needVersion.toSeq)));
  return failed({ kind: 'conflict', why: 'moved', ...latest });
}

/** Loads the need, if the actor may use this verb on the version that they saw. */
export async function needFor(
  tx: Writer,
  actor: Actor,
  verb: Verb,
  { id, version }: Seen,
): Promise<Outcome<NeedSeen>> {
  const found = await needById(actor, id, tx);
  if (!found) return notFound;
  if (!found.working) return forbidden('role');
  const verdict = ruling(actor, verb, found);
  if (verdict === 'role' || verdict === 'not-yours' || verdict === 'four-eyes')
    return forbidden(verdict);
  if (found.version !== version) return conflict(tx, id);
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
export function stillAllowed(actor: Actor, verb: Verb): SQL | undefined {
  const { by, request } = rules[verb];
  const accountId = actor.accountId!;
  return and(
    inArray(need.status, [...openTo(actor.role, verb)]),
    by[actor.role] === 'other-hands'
      ? or(
          eq(need.lifted, true),
          and(
            ne(need.enteredBy, accountId),
            ne(need.changedBy, accountId),
            or(isNull(need.recodedBy), ne(need.recodedBy, accountId)),
            not(recodings(accountId)),
          ),
        )
      : undefined,
    requestCondition(request),
  );
}

/**
 * Updates the working row from exactly the version seen; false when someone else changed it first.
 */
export async function advance(
  tx: Writer,
  actor: Actor,
  verb: Verb,
  before: NeedSeen,
  set: Partial<typeof need.$inferInsert>,
): Promise<boolean> {
  const updated = await tx
    .update(need)
    .set({
      ...set,
      status: rules[verb].to ?? before.status,
      request: requestAfter(verb, before.request),
      lifted: verb === 'lift-four-eyes',
      version: before.version + 1,
      updatedAt: new Date().toISOString(),
    })
    .where(and(eq(need.id, before.id), eq(need.version, before.version), stillAllowed(actor, verb)))
    .returning({ id: need.id });
  return updated.length === 1;
}

/**
 * Returns the readable reference of the need (`KEN-2-014`); a new one comes from the counter of its
 * review.
 */
export async function referenceFor(tx: Writer, before: NeedSeen): Promise<string> {
  if (before.reference) return before.reference;
  const [counter] = await tx
    .update(review)
    .set({ numbered: sql`${review.numbered} + 1` })
    .where(eq(review.id, before.reviewId))
    .returning({ number: review.numbered });
  return referenceOf(before.stateCode, before.cycle, counter!.number);
}
