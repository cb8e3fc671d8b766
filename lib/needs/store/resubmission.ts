import 'server-only';
import { and, eq } from 'drizzle-orm';
import { read } from '#db/client';
import { needVersion } from '#db/schema';
import type { Actor } from '#lib/base/actor';
import { done, type Outcome } from '#lib/base/errors';
import { differingFields } from '#lib/needs/model/fields';
import { articlesOfKey } from '#lib/convention/provision';
import { fieldsOf, type NeedFields } from '#lib/needs/model/schema';
import { normaliseText } from '#lib/text/normalise';
import type { Verb } from '#lib/needs/model/vocabulary';

type SubmittedForm = Readonly<{
  id: string;
  version: number;
  reason?: string;
  fields?: NeedFields;
}>;
type Saved = Readonly<{ id: string; version: number }>;

/** Returns the form as it would be after saving. */
const asStored = (fields: NeedFields): NeedFields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? normaliseText(value) : value,
    ]),
  ) as NeedFields;

/**
 * Answers a form that was sent twice, for example because the connection broke before the first
 * answer arrived. If the version after the one seen is by the same person, with the same verb,
 * reason and fields, the first request did the work and the outcome is success.
 */
export async function acceptRepeat(
  actor: Actor,
  verb: Verb,
  submitted: SubmittedForm,
  outcome: Outcome<Saved>,
): Promise<Outcome<Saved>> {
  if (outcome.ok || outcome.failure.kind !== 'conflict' || outcome.failure.why !== 'moved')
    return outcome;
  const version = submitted.version + 1;
  const [next] = await read()
    .select()
    .from(needVersion)
    .where(and(eq(needVersion.needId, submitted.id), eq(needVersion.version, version)));
  const isSameRequest =
    next !== undefined &&
    next.actorId === actor.accountId &&
    next.verb === verb &&
    next.reason === (normaliseText(submitted.reason ?? '') || null) &&
    (!submitted.fields ||
      differingFields(
        asStored(submitted.fields),
        fieldsOf({ ...next, articles: articlesOfKey(next.provision) }),
      ).length === 0);
  return isSameRequest ? done({ id: submitted.id, version }) : outcome;
}
