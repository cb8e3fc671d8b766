import 'server-only';
import { createHash } from 'node:crypto';
import type { Actor } from '#lib/actor';
import type { Chapter, Cycle } from '#lib/convention/chapters';
import type { Region } from '#lib/convention/regions';
import { dateNumber, today } from '#lib/dates';
import { environment } from '#lib/env';
import { summaryAnswer } from '#lib/summaries/answer';
import { count } from '#lib/summaries/count';
import type { Facts } from '#lib/summaries/facts';
import { noFilter } from '#lib/summaries/filter';
import { currentFacts, currentRevision, pastFacts } from '#lib/summaries/load';
import type { Count } from '#lib/summaries/numbers';
import { parametersOf, revisionOf, sentParameters, type ParameterFault, type Parameters } from '#lib/summaries/parameters';
import { scopeOf, seesReview } from '#lib/summaries/scope';

export type Asked = Readonly<{ cycle: Cycle; chapters: readonly Chapter[]; cutoff: string | null; regions: readonly Region[] }>;

const countFor = (actor: Actor, facts: Facts, { cutoff, ...filter }: Parameters): Count => {
  const now = dateNumber(today());
  return count(facts, { ...filter, cutoff: Math.min(now, cutoff ? dateNumber(cutoff) : now), sees: seesReview(actor, now, environment().open) });
};

/** One count of the approved needs of completed summaries, as far as the actor sees them. */
export async function summary(actor: Actor, asked: Asked): Promise<Count> {
  return countFor(actor, await currentFacts(), { ...noFilter, ...asked });
}

type Answered = Readonly<{ kind: 'closed' } | { kind: 'invalid'; faults: readonly ParameterFault[] } | { kind: 'same'; tag: string } | { kind: 'found'; tag: string; body: string }>;

const tagOf = (...parts: readonly unknown[]) => `"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)}"`;

/** The answer of the summary API; nothing is counted where the reader holds it already (`held`, the tags of If-None-Match). */
export async function summaryDocument(actor: Actor, query: URLSearchParams, held: readonly string[]): Promise<Answered> {
  if (actor.role === 'public' && !environment().open) return { kind: 'closed' };
  const { sent, faults } = sentParameters(query);
  const latest = await currentRevision();
  const asked = revisionOf(sent, latest);
  // The present revision pinned is the present one: its facts are at hand.
  const revision = asked.revision === latest ? null : asked.revision;
  const tag = tagOf(asked.revision ?? latest, Object.entries(sent).sort(), scopeOf(actor));
  // Only what was answered before bears this tag, so the question was valid.
  if (faults.length === 0 && asked.faults.length === 0 && held.includes(tag)) return { kind: 'same', tag };
  const facts = revision === null ? await currentFacts() : await pastFacts(revision);
  const read = parametersOf(sent, facts.vocabulary, today());
  const all = [...faults, ...asked.faults, ...read.faults];
  if (all.length > 0) return { kind: 'invalid', faults: all };
  const found = countFor(actor, facts, read.parameters);
  return { kind: 'found', tag: tagOf(found.revision, Object.entries(sent).sort(), scopeOf(actor)), body: JSON.stringify(summaryAnswer(read.parameters, found)) };
}
