import type { Actor } from '#lib/base/actor';
import { seesWithoutPublication } from '#lib/counting/facts/scope';

/** A version of a review, in force from one revision until the next. Dates are whole numbers. */
export type ReviewSpan = Readonly<{
  from: number;
  /** Null while it is in force. */
  to: number | null;
  completedOn: number;
  publishedOn: number;
  /** The day on which the next version replaced it; 0 while it is in force. */
  endedOn: number;
  /** Everything else of it that a reader can see. */
  shown: string;
}>;

/** Ascending revisions without duplicates, added in any order. */
class Revisions {
  #sorted: number[] = [];
  #added: number[] = [];

  add(revision: number) {
    this.#added.push(revision);
  }

  /** The last revision at or before `most`; 0 if there is none. */
  last(most: number): number {
    if (this.#added.length > 0) {
      this.#sorted = [...new Set([...this.#sorted, ...this.#added])].sort((a, b) => a - b);
      this.#added = [];
    }
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sorted[middle]! <= most) low = middle + 1;
      else high = middle;
    }
    return this.#sorted[low - 1] ?? 0;
  }
}

type ReviewHistory = { stateId: string; spans: readonly ReviewSpan[]; changes: Revisions };

const isPublicOn = ({ completedOn, publishedOn }: ReviewSpan, day: number) =>
  completedOn > 0 && completedOn <= day && publishedOn > 0 && publishedOn <= day;

/**
 * Which of these versions the public sees or has seen. While a summary is published, its past
 * versions are read by their dates; once it is withdrawn, only what was public in its time has been
 * seen.
 */
function publicSpans(spans: readonly ReviewSpan[], today: number): boolean[] {
  const last = spans.at(-1);
  const isPublicNow = last !== undefined && isPublicOn(last, today);
  return spans.map((span) =>
    isPublicOn(span, isPublicNow || span.endedOn === 0 ? today : Math.min(today, span.endedOn)),
  );
}

const differ = (a: ReviewSpan, b: ReviewSpan) =>
  a.completedOn !== b.completedOn || a.publishedOn !== b.publishedOn || a.shown !== b.shown;

/**
 * At which revisions what a reader sees has changed. The log counts every write; a reader who does
 * not see all is told only the revisions of changes within what they see.
 */
export class VisibleHistory {
  /** How far the history has been read: a revision of the register. */
  revision = 0;
  readonly #open = new Revisions();
  readonly #reviews = new Map<string, ReviewHistory>();

  /** Adds a change that everybody sees. */
  addOpen(revision: number) {
    this.#open.add(revision);
  }

  /** Sets the versions of a review, in their order. */
  putReview(id: string, stateId: string, spans: readonly ReviewSpan[]) {
    const changes = this.#reviews.get(id)?.changes ?? new Revisions();
    this.#reviews.set(id, { stateId, spans, changes });
  }

  /** Adds a change in what counts of a review; its versions come first. */
  addOfReview(id: string, revision: number) {
    this.#reviews.get(id)?.changes.add(revision);
  }

  /** The last revision at or before `most` at which something changed that the actor sees. */
  lastSeen(actor: Actor, today: number, most: number): number {
    const seesUnpublished = seesWithoutPublication(actor);
    const latest = Math.min(most, this.revision);
    if (seesUnpublished === 'all') return latest;
    let last = this.#open.last(latest);
    for (const [id, review] of this.#reviews) {
      const own = seesUnpublished({ id, stateId: review.stateId });
      last = Math.max(last, own ? lastOfOwn(review, latest) : lastPublic(review, today, latest));
    }
    return last;
  }

  /**
   * The last revision at which a summary left public view, or came back to it: what the public sees
   * of the past has changed then. 0 if there is none.
   */
  lastWithdrawal(today: number): number {
    let last = 0;
    for (const { spans } of this.#reviews.values()) {
      const isPublic = publicSpans(spans, today);
      spans.forEach(({ from }, i) => {
        const wasPublic = isPublic.slice(0, i).includes(true);
        if (wasPublic && isPublic[i] !== isPublic[i - 1]) last = Math.max(last, from);
      });
    }
    return last;
  }

  /** The reviews that are not published today. */
  unpublished(today: number): ReadonlySet<string> {
    const found = new Set<string>();
    for (const [id, { spans }] of this.#reviews)
      if (!isPublicOn(spans.at(-1)!, today)) found.add(id);
    return found;
  }
}

function lastOfOwn({ spans, changes }: ReviewHistory, most: number): number {
  const version = spans.findLast(({ from }) => from <= most)?.from ?? 0;
  return Math.max(version, changes.last(most));
}

function lastPublic({ spans, changes }: ReviewHistory, today: number, most: number): number {
  const isPublic = publicSpans(spans, today);
  for (let i = spans.length - 1; i >= 0; i -= 1) {
    const [span, before] = [spans[i]!, spans[i - 1]];
    if (span.from > most) continue;
    const within = isPublic[i] ? changes.last(Math.min(most, span.to ?? most)) : 0;
    if (within > span.from) return within;
    const appears = isPublic[i] && (!isPublic[i - 1] || differ(before!, span));
    if (appears || (!isPublic[i] && isPublic[i - 1])) return span.from;
  }
  return 0;
}
