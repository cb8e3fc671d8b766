import { codingFieldsOf, type CodingFields } from '#lib/review/coding/schema';
import type { Settled } from '#lib/review/coding/vocabulary';
import { done, failed } from '#lib/base/errors';
import { textOf, type ReadInput } from '#lib/http/form';
import { isUuid } from '#lib/text/uuid';

const known = (id = '') => (isUuid(id) ? done({ id }) : failed({ kind: 'not-found' }));
export const idOf: ReadInput<{ id: string }> = (_form, { id }) => known(id);

export const codedOf: ReadInput<{ id: string; fields: CodingFields }> = (form, { id }) => {
  const found = known(id);
  return found.ok ? done({ ...found.value, fields: codingFieldsOf(form) }) : found;
};

/** `outcome` is `first`, `second.N` with the place of the second coding, or `other`. */
export const settlingOf: ReadInput<{
  id: string;
  outcome: Settled | null;
  place: number;
  reason: string;
  fields: CodingFields;
}> = (form, { id }) => {
  const found = known(id);
  if (!found.ok) return found;
  const [, outcome = null, place = '0'] =
    /^(first|second|other)(?:\.(\d))?$/.exec(textOf(form, 'outcome')) ?? [];
  return done({
    ...found.value,
    outcome: outcome as Settled | null,
    place: Number(place),
    reason: textOf(form, 'reason'),
    fields: codingFieldsOf(form),
  });
};

export const handingOf: ReadInput<{ id: string; from: string; to: string }> = (form, { id }) => {
  const found = known(id);
  return found.ok
    ? done({ ...found.value, from: textOf(form, 'from'), to: textOf(form, 'to') })
    : found;
};
