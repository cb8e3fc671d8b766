import { done, failed } from '#lib/base/errors';
import type { CommentAnswer } from '#lib/needs/comments/commands';
import { parseAnswers } from '#lib/needs/comments/input';
import { listOf, textOf, type FormFields, type ReadInput } from '#lib/http/form';
import { parseFormSession, type FormSession } from '#lib/needs/model/form-session';
import type { SavedForm } from '#lib/needs/entry/autosave';
import { parseBefore, parseChosenFields, parseSettled } from '#lib/needs/model/draft';
import { fieldNames, withFieldGroups, type FieldName } from '#lib/needs/model/fields';
import { parseNeedFields, type NeedFields } from '#lib/needs/model/schema';
import { isUuid } from '#lib/text/uuid';

/** Reads the version that the person saw. A form without one did not come from the register. */
export const parseVersion: ReadInput<{ id: string; version: number }> = (form, { id = '' }) => {
  const version = textOf(form, 'version');
  return /^\d{1,9}$/.test(version)
    ? done({ id, version: Number(version) })
    : failed({ kind: 'conflict', why: 'moved' });
};

/** Reads the earlier version that is taken up again. */
export const parseEarlier: ReadInput<{ id: string; version: number; earlier: number }> = (
  form,
  address,
) => {
  const seen = parseVersion(form, address);
  if (!seen.ok) return seen;
  const earlier = textOf(form, 'earlier');
  return /^\d{1,9}$/.test(earlier)
    ? done({ ...seen.value, earlier: Number(earlier) })
    : failed({ kind: 'not-found' });
};

export const parseId: ReadInput<{ id: string }> = (_form, { id = '' }) =>
  isUuid(id) ? done({ id }) : failed({ kind: 'not-found' });

const maximumNeeds = 500;

/** Reads several needs, each with the version seen: `need=ID~VERSION`. */
export const parseSelection: ReadInput<{ needs: { id: string; version: number }[] }> = (form) => {
  const entries = listOf(form, 'need')
    .slice(0, maximumNeeds + 1)
    .map((each) => each.split('~'));
  const isMalformed = entries.some(
    ([id = '', version = '', ...rest]) =>
      !isUuid(id) || !/^\d{1,9}$/.test(version) || rest.length > 0,
  );
  if (isMalformed || new Set(entries.map(([id]) => id)).size < entries.length)
    return failed({ kind: 'conflict', why: 'moved' });
  if (entries.length === 0 || entries.length > maximumNeeds)
    return failed({ kind: 'invalid', errors: [{ field: 'need', message: 'chooseNeeds' }] });
  return done({ needs: entries.map(([id, version]) => ({ id: id!, version: Number(version) })) });
};

export const parseDecision: ReadInput<{ id: string; version: number; reason: string }> = (
  form,
  address,
) => {
  const version = parseVersion(form, address);
  return version.ok ? done({ ...version.value, reason: textOf(form, 'reason') }) : version;
};

/**
 * Reads which fields a return opens for correction: the ticked ones with their groups, or all if
 * none is ticked.
 */
export const parseReturn: ReadInput<{
  id: string;
  version: number;
  reason: string;
  reopened: FieldName[] | null;
}> = (form, address) => {
  const decision = parseDecision(form, address);
  if (!decision.ok) return decision;
  const ticked = listOf(form, 'reopen');
  if (ticked.some((name) => !fieldNames.includes(name as FieldName)))
    return failed({ kind: 'invalid', errors: [{ field: 'reopen', message: 'unknownField' }] });
  return done({ ...decision.value, reopened: ticked.length > 0 ? withFieldGroups(ticked) : null });
};

/**
 * Reads which fields are taken as stored after a conflict: `take.text=stored`. The articles bring
 * their chapter.
 */
const parseTakenFields = (form: FormFields): FieldName[] =>
  fieldNames.filter(
    (name) => textOf(form, `take.${name === 'chapter' ? 'articles' : name}`) === 'stored',
  );

/** Whether the form is to be checked whole, and not only saved as a draft. */
const isToCheck = (form: FormFields) => textOf(form, 'then') === 'check';

/** What the form says about the draft that it shows. */
const parseSavedForm = (form: FormFields): SavedForm => ({
  sheet: parseFormSession(form),
  before: parseBefore(form),
  ...('draft' in form ? { stamp: textOf(form, 'draft') } : {}),
  settled: parseSettled(form),
});

type ParsedEdit = Readonly<{
  id: string;
  version: number;
  reason: string;
  fields: NeedFields;
  take: FieldName[];
  isToCheck: boolean;
  answers: readonly CommentAnswer[];
}> &
  SavedForm;

export const parseEdit: ReadInput<ParsedEdit> = (form, address) => {
  const decision = parseDecision(form, address);
  return decision.ok
    ? done({
        ...decision.value,
        fields: parseChosenFields(form),
        take: parseTakenFields(form),
        answers: parseAnswers(form),
        isToCheck: isToCheck(form),
        ...parseSavedForm(form),
      })
    : decision;
};

/** Reads a form while someone types in it; a need that was never saved has version 0. */
export const parseAutosave: ReadInput<{
  id: string;
  reviewId: string;
  version: number;
  fields: NeedFields;
  before?: Partial<NeedFields>;
  stamp?: string;
  sheet: FormSession | null;
}> = (form, { id = '' }) => {
  const version = textOf(form, 'version') || '0';
  if (!isUuid(id) || !/^\d{1,9}$/.test(version)) return failed({ kind: 'not-found' });
  return done({
    id,
    reviewId: textOf(form, 'review'),
    version: Number(version),
    fields: parseNeedFields(form),
    before: parseBefore(form),
    ...('draft' in form ? { stamp: textOf(form, 'draft') } : {}),
    sheet: parseFormSession(form),
  });
};

/**
 * Reads the form of a new need. It carries the id of the need, so that a form sent twice enters it
 * once.
 */
export const parseEntry: ReadInput<
  { id: string; reviewId: string; fields: NeedFields; isToCheck: boolean } & SavedForm
> = (form) => {
  const id = textOf(form, 'id');
  const reviewId = textOf(form, 'review');
  if (!isUuid(reviewId))
    return failed({ kind: 'invalid', errors: [{ field: 'review', message: 'chooseReview' }] });
  return done({
    id: isUuid(id) ? id : crypto.randomUUID(),
    reviewId,
    fields: parseChosenFields(form),
    isToCheck: isToCheck(form),
    ...parseSavedForm(form),
  });
};

/** Reads the form of a copy, which carries the id of the copy. */
export const parseCopy: ReadInput<{ id: string; copy: string }> = (form, { id = '' }) => {
  const copy = textOf(form, 'copy');
  return done({ id, copy: isUuid(copy) ? copy : crypto.randomUUID() });
};
