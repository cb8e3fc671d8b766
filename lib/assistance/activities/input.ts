import { readActivityFields, type ActivityFields } from '#lib/assistance/activities/fields';
import { isLocale, type Locale } from '#lib/convention/names';
import { done, failed, type Outcome } from '#lib/base/errors';
import { textOf, type FormFields, type ReadInput } from '#lib/http/form';
import { readSheetName, readUploadedFile } from '#lib/needs/imports/input';
import { isUuid } from '#lib/text/uuid';

/** A form for a new entry carries its id, so that sending it twice enters it once. */
export const newId = (form: FormFields): string =>
  isUuid(textOf(form, 'id')) ? textOf(form, 'id') : crypto.randomUUID();

/** Reads the version that the form was opened with. Only forged forms have none. */
export function readVersion(
  form: FormFields,
  { id = '' }: Readonly<Record<string, string>>,
): Outcome<{ id: string; version: number }> {
  if (!isUuid(id)) return failed({ kind: 'not-found' });
  const version = textOf(form, 'version');
  return /^\d{1,9}$/.test(version)
    ? done({ id, version: Number(version) })
    : failed({ kind: 'conflict', why: 'moved' });
}

export const readNewActivity: ReadInput<{ id: string; fields: ActivityFields }> = (form) =>
  done({ id: newId(form), fields: readActivityFields(form) });
export const readActivityChange: ReadInput<{
  id: string;
  version: number;
  fields: ActivityFields;
}> = (form, address) => {
  const version = readVersion(form, address);
  return version.ok ? done({ ...version.value, fields: readActivityFields(form) }) : version;
};
export const readActivityCancellation: ReadInput<{
  id: string;
  version: number;
  reason: string;
}> = (form, address) => {
  const version = readVersion(form, address);
  return version.ok ? done({ ...version.value, reason: textOf(form, 'reason') }) : version;
};

/**
 * Reads an uploaded file of activities. A file that does not name its language takes that of the
 * page.
 */
export const readImportFile: ReadInput<{
  name: string;
  content: Uint8Array;
  sheet?: string;
  locale: Locale;
}> = (form, { locale = '' }, files) => {
  const file = readUploadedFile(files);
  return file.ok
    ? done({ ...file.value, sheet: readSheetName(form), locale: isLocale(locale) ? locale : 'en' })
    : file;
};
export const readImportConfirmation: ReadInput<{ id: string; fingerprint: string }> = (
  form,
  { preview = '' },
) =>
  isUuid(preview)
    ? done({ id: preview, fingerprint: textOf(form, 'fingerprint') })
    : failed({ kind: 'not-found' });
