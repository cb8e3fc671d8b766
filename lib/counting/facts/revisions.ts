import 'server-only';
import { publicActor, type Actor } from '#lib/base/actor';
import { environment } from '#lib/base/env';
import type { Facts, ReviewFacts } from '#lib/counting/facts/facts';
import { mapToVocabulary } from '#lib/counting/facts/facts-in-vocabulary';
import { currentFacts, currentHistory, historyAsRead, pastFacts } from '#lib/counting/facts/load';
import { reviewVisibilityFor, seesWithoutPublication } from '#lib/counting/facts/scope';
import { dateToNumber, today } from '#lib/text/dates';

/**
 * Returns which reviews count for the actor, at every revision: what they see of that revision, and
 * of others' reviews only what is published now. A summary that was withdrawn is gone from the past
 * too.
 */
export function countsFor(actor: Actor, day: string): (review: ReviewFacts) => boolean {
  const now = dateToNumber(day);
  const sees = reviewVisibilityFor(actor, now, environment().open);
  const seesUnpublished = seesWithoutPublication(actor);
  if (seesUnpublished === 'all') return sees;
  const unpublished = historyAsRead().unpublished(now);
  return (review) => sees(review) && (seesUnpublished(review) || !unpublished.has(review.id));
}

/** Returns which reviews count in a list of published summaries, whoever asks for it. */
export function countsIfPublished(day: string): (review: ReviewFacts) => boolean {
  const now = dateToNumber(day);
  const unpublished = historyAsRead().unpublished(now);
  return ({ id, publishedOn }) => publishedOn > 0 && publishedOn <= now && !unpublished.has(id);
}

/**
 * Returns the revision of the last change that the actor sees, at or before `most`, by the history
 * as it was last read. An answer at any revision is the answer at this one.
 */
export const seenRevisionAt = (actor: Actor, most: number): number =>
  historyAsRead().lastSeen(actor, dateToNumber(today()), most);

/** Returns the revision of the last public change at or before a revision of the register. */
export async function publicRevisionAt(revision: number): Promise<number> {
  await currentHistory();
  return seenRevisionAt(publicActor, revision);
}

/** Returns the present revision for the actor: that of the last change that they see. */
export async function latestSeenRevision(actor: Actor): Promise<number> {
  const history = await currentHistory();
  return history.lastSeen(actor, dateToNumber(today()), Infinity);
}

/**
 * Returns what the answers of a reader at a revision depend on besides it: when a summary that they
 * saw was last withdrawn or published again.
 */
export const lastWithdrawalFor = (actor: Actor): number =>
  seesWithoutPublication(actor) === 'all'
    ? 0
    : historyAsRead().lastWithdrawal(dateToNumber(today()));

/** Facts, and the revision that their reader is told. */
type SeenFacts = Readonly<{ facts: Facts; revision: number }>;

/**
 * Returns the facts of a revision for the actor, null being the present one, mapped to the
 * vocabulary of a date if there is one.
 */
export async function seenFacts(
  actor: Actor,
  asked: number | null,
  vocabulary: string | null = null,
): Promise<SeenFacts> {
  const current = await currentFacts();
  const revision = seenRevisionAt(actor, asked ?? Infinity);
  const isPresent = revision === seenRevisionAt(actor, current.revision);
  // Mapped facts come from a fixed copy, because the current facts keep changing.
  const facts = isPresent && vocabulary === null ? current : await pastFacts(revision);
  return { facts: await mapToVocabulary(facts, vocabulary), revision };
}
