import { done, failed } from '#lib/errors';
import { textOf, type ReadInput } from '#lib/form';
import { needFieldsOf, type NeedFields } from '#lib/needs/schema';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The version that the person saw. A form without one was not made by the register. */
export const versionOf: ReadInput<{ id: string; version: number }> = (form, { id = '' }) => {
  const version = textOf(form, 'version');
  return /^\d{1,9}$/.test(version) ? done({ id, version: Number(version) }) : failed({ kind: 'conflict', why: 'moved' });
};

export const decisionOf: ReadInput<{ id: string; version: number; reason: string }> = (form, address) => {
  const seen = versionOf(form, address);
  return seen.ok ? done({ ...seen.value, reason: textOf(form, 'reason') }) : seen;
};

export const rewritingOf: ReadInput<{ id: string; version: number; reason: string; fields: NeedFields }> = (form, address) => {
  const seen = decisionOf(form, address);
  return seen.ok ? done({ ...seen.value, fields: needFieldsOf(form) }) : seen;
};

/** The form of a new need carries the id that the need will have, so that sending it twice enters it once. */
export const entryOf: ReadInput<{ id: string; reviewId: string; fields: NeedFields }> = (form) => {
  const [id, reviewId] = [textOf(form, 'id'), textOf(form, 'review')];
  if (!uuid.test(reviewId)) return failed({ kind: 'invalid', errors: [{ field: 'review', message: 'chooseReview' }] });
  return done({ id: uuid.test(id) ? id : crypto.randomUUID(), reviewId, fields: needFieldsOf(form) });
};
