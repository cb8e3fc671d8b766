import { bulkVerbs, type BulkVerb } from '#lib/review/decisions/vocabulary';
import { done, failed } from '#lib/base/errors';
import { textOf, type ReadInput } from '#lib/http/form';

const maxFilterLength = 2000;

/**
 * A bulk decision: the verb, the filter and the fingerprint of exactly the needs that were shown.
 */
export const readBulkDecision: ReadInput<{
  verb: BulkVerb;
  filter: string;
  fingerprint: string;
  reason: string;
}> = (form) => {
  const verb = bulkVerbs.find((known) => known === textOf(form, 'verb'));
  const filter = textOf(form, 'filter');
  const fingerprint = textOf(form, 'fingerprint');
  if (!verb || filter.length > maxFilterLength || !/^[0-9a-f]{64}$/.test(fingerprint))
    return failed({ kind: 'conflict', why: 'set' });
  return done({ verb, filter, fingerprint, reason: textOf(form, 'reason') });
};

export const readReopening: ReadInput<{ id: string; reason: string }> = (form, { id = '' }) =>
  done({ id, reason: textOf(form, 'reason') });
