import { readCodingFields, type CodingFields } from '#lib/review/coding/schema';
import type { SettlementOutcome } from '#lib/review/coding/vocabulary';
import { done, failed } from '#lib/base/errors';
import { textOf, type ReadInput } from '#lib/http/form';
import { isUuid } from '#lib/text/uuid';

const parseId = (id = '') => (isUuid(id) ? done({ id }) : failed({ kind: 'not-found' }));
export const readId: ReadInput<{ id: string }> = (_form, { id }) => parseId(id);

export const readCoding: ReadInput<{ id: string; fields: CodingFields }> = (form, { id }) => {
  const parsedId = parseId(id);
  return parsedId.ok ? done({ ...parsedId.value, fields: readCodingFields(form) }) : parsedId;
};

/** `outcome` is `first`, `second.N` with the place of the second coding, or `other`. */
export const readSettlement: ReadInput<{
  id: string;
  outcome: SettlementOutcome | null;
  place: number;
  reason: string;
  fields: CodingFields;
}> = (form, { id }) => {
  const parsedId = parseId(id);
  if (!parsedId.ok) return parsedId;
  const [, outcome = null, place = '0'] =
    /^(first|second|other)(?:\.(\d))?$/.exec(textOf(form, 'outcome')) ?? [];
  return done({
    ...parsedId.value,
    outcome: outcome as SettlementOutcome | null,
    place: Number(place),
    reason: textOf(form, 'reason'),
    fields: readCodingFields(form),
  });
};

export const readReassignment: ReadInput<{ id: string; from: string; to: string }> = (
  form,
  { id },
) => {
  const parsedId = parseId(id);
  return parsedId.ok
    ? done({ ...parsedId.value, from: textOf(form, 'from'), to: textOf(form, 'to') })
    : parsedId;
};
