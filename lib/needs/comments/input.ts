import { done, failed } from '#lib/base/errors';
import type { CommentAnswer } from '#lib/needs/comments/commands';
import { textOf, type FormFields, type ReadInput } from '#lib/http/form';
import { fieldNames, type FieldName } from '#lib/needs/model/fields';
import { isUuid } from '#lib/text/uuid';

/** Reads the form of a comment, which carries the id of the comment. */
export const parseComment: ReadInput<{
  id: string;
  comment: string;
  field: FieldName | null;
  internal: boolean;
  text: string;
}> = (form, { id = '' }) => {
  const comment = textOf(form, 'id');
  const field = textOf(form, 'field');
  const to = textOf(form, 'to');
  const known = fieldNames.find((name) => name === field) ?? null;
  if (field !== '' && !known)
    return failed({ kind: 'invalid', errors: [{ field: 'field', message: 'unknownField' }] });
  if (to !== 'internal' && to !== 'sent')
    return failed({ kind: 'invalid', errors: [{ field: 'to', message: 'chooseTo' }] });
  return done({
    id,
    comment: isUuid(comment) ? comment : crypto.randomUUID(),
    field: known,
    internal: to === 'internal',
    text: textOf(form, 'comment'),
  });
};

/** Reads the answers to comments that stand in the form of a need: `answer.ID` and `done.ID`. */
export const parseAnswers = (form: FormFields): CommentAnswer[] => {
  const ids = Object.keys(form).flatMap((name) => /^(?:answer|done)\.(.+)$/.exec(name)?.[1] ?? []);
  return [...new Set(ids)]
    .filter(isUuid)
    .map((id) => ({
      comment: id,
      text: textOf(form, `answer.${id}`),
      resolve: textOf(form, `done.${id}`) === '1',
    }))
    .filter(({ text, resolve }) => text.trim() !== '' || resolve);
};

export const parseResolution: ReadInput<{ id: string; comment: string; open: boolean }> = (
  form,
  { id = '' },
) => {
  const comment = textOf(form, 'id');
  return isUuid(comment)
    ? done({ id, comment, open: textOf(form, 'open') === '1' })
    : failed({ kind: 'not-found' });
};
