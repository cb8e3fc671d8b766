import { bulkVerbs, maxFilterLength, type BulkVerb } from '#lib/review/decisions/vocabulary';
import { done, failed } from '#lib/base/errors';
import { listOf, textOf, type FormFields, type ReadInput } from '#lib/http/form';
import { mostSelected } from '#lib/needs/model/vocabulary';

/** The needs that are ticked in the list; undefined where none is: all of the list are meant. */
export function chosenNeeds(form: FormFields | undefined): readonly string[] | undefined {
  const ids = form ? [...new Set(listOf(form, 'id'))] : [];
  const known = ids.filter((id) => /^[\w-]{1,64}$/.test(id)).slice(0, mostSelected);
  return known.length > 0 ? known : undefined;
}

const verbOf = (form: FormFields) => bulkVerbs.find((known) => known === textOf(form, 'verb'));

export const readChoice: ReadInput<{ verb: BulkVerb }> = (form) => {
  const verb = verbOf(form);
  return verb ? done({ verb }) : failed({ kind: 'not-found' });
};

/**
 * A bulk decision: the verb, the filter and the fingerprint of exactly the needs that were shown.
 */
export const readBulkDecision: ReadInput<{
  verb: BulkVerb;
  filter: string;
  fingerprint: string;
  reason: string;
  ids?: readonly string[] | undefined;
}> = (form) => {
  const verb = verbOf(form);
  const filter = textOf(form, 'filter');
  const fingerprint = textOf(form, 'fingerprint');
  if (!verb || filter.length > maxFilterLength || !/^[0-9a-f]{64}$/.test(fingerprint))
    return failed({ kind: 'conflict', why: 'set' });
  const reason = textOf(form, 'reason');
  return done({ verb, filter, fingerprint, reason, ids: chosenNeeds(form) });
};

export const readReopening: ReadInput<{ id: string; reason: string }> = (form, { id = '' }) =>
  done({ id, reason: textOf(form, 'reason') });
