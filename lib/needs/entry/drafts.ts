import 'server-only';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { read } from '#db/client';
import { account, need } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import type { FieldName } from '#lib/needs/model/fields';
import { validateNeed, vocabularyCodes } from '#lib/needs/model/schema';
import { checkTransition } from '#lib/needs/model/transitions';
import { listNeeds, vocabulary, type NeedView } from '#lib/needs/store/queries';

/** As many as can be submitted at once. */
const maximumDrafts = 500;

export type DraftOfReview = Readonly<{
  need: NeedView;
  /** Who entered it. */
  by: string;
  /** What keeps it from being submitted; nothing: it is complete. */
  missing: readonly FieldName[];
  maySubmit: boolean;
}>;

/** Returns the drafts of a review that the actor works on, the earliest first. */
export async function draftsOfReview(actor: Actor, reviewId: string): Promise<DraftOfReview[]> {
  const needs = await listNeeds(actor, 'own', {
    where: and(eq(need.status, 'draft'), eq(need.reviewId, reviewId)),
    orderBy: [asc(need.updatedAt), asc(need.id)],
    limit: maximumDrafts,
  });
  if (needs.length === 0) return [];
  const codes = vocabularyCodes(await vocabulary(actor));
  const authors = await read()
    .select({ id: account.id, name: account.name })
    .from(account)
    .where(inArray(account.id, [...new Set(needs.map(({ enteredBy }) => enteredBy))]));
  return needs.map((each) => ({
    need: each,
    by: authors.find(({ id }) => id === each.enteredBy)?.name ?? '',
    missing: [...new Set(validateNeed(each, each.cycle, codes).map(({ field }) => field))],
    maySubmit: checkTransition(actor, 'submit', each) === 'allowed',
  }));
}
