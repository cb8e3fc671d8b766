import { done, failed } from '#lib/base/errors';
import { listOf, textOf, type FormFields, type ReadInput } from '#lib/http/form';
import { sheetOf, type Sheet } from '#lib/needs/model/sheet';
import { fieldNames, withTheirGroups, type FieldName } from '#lib/needs/model/fields';
import { needFieldsOf, type NeedFields } from '#lib/needs/model/schema';
import { isUuid } from '#lib/text/uuid';

/** Reads the version that the person saw. A form without one did not come from the register. */
export const versionOf: ReadInput<{ id: string; version: number }> = (form, { id = '' }) => {
  const version = textOf(form, 'version');
  return /^\d{1,9}$/.test(version)
    ? done({ id, version: Number(version) })
    : failed({ kind: 'conflict', why: 'moved' });
};

export const idOf: ReadInput<{ id: string }> = (_form, { id = '' }) =>
  isUuid(id) ? done({ id }) : failed({ kind: 'not-found' });

const maximumNeeds = 500;

/** Reads several needs, each with the version seen: `need=ID~VERSION`. */
export const severalOf: ReadInput<{ needs: { id: string; version: number }[] }> = (form) => {
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

export const decisionOf: ReadInput<{ id: string; version: number; reason: string }> = (
  form,
  address,
) => {
  const version = versionOf(form, address);
  return version.ok ? done({ ...version.value, reason: textOf(form, 'reason') }) : version;
};

/**
 * Reads which fields a return opens for correction: the ticked ones with their groups, or all if
 * none is ticked.
 */
export const returnOf: ReadInput<{
  id: string;
  version: number;
  reason: string;
  reopened: FieldName[] | null;
}> = (form, address) => {
  const decision = decisionOf(form, address);
  if (!decision.ok) return decision;
  const ticked = listOf(form, 'reopen');
  if (ticked.some((name) => !fieldNames.includes(name as FieldName)))
    return failed({ kind: 'invalid', errors: [{ field: 'reopen', message: 'unknownField' }] });
  return done({ ...decision.value, reopened: ticked.length > 0 ? withTheirGroups(ticked) : null });
};

/**
 * Reads which fields are taken as stored after a conflict: `take.text=stored`. The articles bring
 * their chapter.
 */
const parseTakenFields = (form: FormFields): FieldName[] =>
  fieldNames.filter(
    (name) => textOf(form, `take.${name === 'chapter' ? 'articles' : name}`) === 'stored',
  );

export const rewritingOf: ReadInput<{
  id: string;
  version: number;
  reason: string;
  fields: NeedFields;
  take: FieldName[];
  sheet: Sheet | null;
}> = (form, address) => {
  const decision = decisionOf(form, address);
  return decision.ok
    ? done({
        ...decision.value,
        fields: needFieldsOf(form),
        take: parseTakenFields(form),
        sheet: sheetOf(form),
      })
    : decision;
};

/** Reads a form while someone types in it; a need that was never saved has version 0. */
export const autosavedOf: ReadInput<{
  id: string;
  reviewId: string;
  version: number;
  fields: NeedFields;
  sheet: Sheet | null;
}> = (form, { id = '' }) => {
  const version = textOf(form, 'version') || '0';
  if (!isUuid(id) || !/^\d{1,9}$/.test(version)) return failed({ kind: 'not-found' });
  return done({
    id,
    reviewId: textOf(form, 'review'),
    version: Number(version),
    fields: needFieldsOf(form),
    sheet: sheetOf(form),
  });
};

/**
 * Reads the form of a new need. It carries the id of the need, so that a form sent twice enters it
 * once.
 */
export const entryOf: ReadInput<{
  id: string;
  reviewId: string;
  fields: NeedFields;
  sheet: Sheet | null;
}> = (form) => {
  const id = textOf(form, 'id');
  const reviewId = textOf(form, 'review');
  if (!isUuid(reviewId))
    return failed({ kind: 'invalid', errors: [{ field: 'review', message: 'chooseReview' }] });
  return done({
    id: isUuid(id) ? id : crypto.randomUUID(),
    reviewId,
    fields: needFieldsOf(form),
    sheet: sheetOf(form),
  });
};

/** Reads the form of a copy, which carries the id of the copy. */
export const copyOf: ReadInput<{ id: string; copy: string }> = (form, { id = '' }) => {
  const copy = textOf(form, 'copy');
  return done({ id, copy: isUuid(copy) ? copy : crypto.randomUUID() });
};
