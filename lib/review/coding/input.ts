import { codingFieldsOf, type CodingFields } from '#lib/review/coding/schema';
import type { Settled } from '#lib/review/coding/vocabulary';
import { done, failed } from '#lib/base/errors';
import { textOf, type ReadInput } from '#lib/http/form';
import { isUuid } from '#lib/text/uuid';

const parseId = (id = '') => (isUuid(id) ? done({ id }) : failed({ kind: 'not-found' }));
export const idOf: ReadInput<{ id: string }> = (_form, { id }) => parseId(id);

export const codedOf: ReadInput<{ id: string; fields: CodingFields }> = (form, { id }) => {
  const parsedId = parseId(id);
  return parsedId.ok ? done({ ...parsedId.value, fields: codingFieldsOf(form) }) : parsedId;
};

/** `outcome` is `first`, `second.N` with the place of the second coding, or `other`. */
export const settlingOf: ReadInput<{
  id: string;
  outcome: Settled | null;
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
    outcome: outcome as Settled | null,
    place: Number(place),
    reason: textOf(form, 'reason'),
    fields: codingFieldsOf(form),
  });
};

export const handingOf: ReadInput<{ id: string; from: string; to: string }> = (form, { id }) => {
  const parsedId = parseId(id);
  return parsedId.ok
    ? done({ ...parsedId.value, from: textOf(form, 'from'), to: textOf(form, 'to') })
    : parsedId;
};
