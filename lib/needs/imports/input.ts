import { done, invalid, type Outcome } from '#lib/base/errors';
import { textOf, type FormFields, type FormFiles, type ReadInput } from '#lib/http/form';
import { largestFile } from '#lib/needs/imports/pipeline/vocabulary';

/** Returns the one file of a form. */
export function readUploadedFile(
  files: FormFiles | undefined,
): Outcome<Readonly<{ name: string; content: Uint8Array }>> {
  const file = files?.file;
  if (!file || (file.name === '' && file.content.length === 0))
    return invalid('file', 'chooseFile');
  if (file.content.length > largestFile) return invalid('file', 'fileTooLarge');
  const name = file.name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .slice(-200);
  return done({ name, content: file.content });
}

/** The name of a sheet is at most 31 characters; a longer one is of no sheet. */
const longestSheetName = 100;

/** Returns the name of the sheet that a form asks for, if any. */
export const readSheetName = (form: FormFields): string | undefined =>
  textOf(form, 'sheet').trim().slice(0, longestSheetName) || undefined;

export const readImportFile: ReadInput<{
  reviewId: string;
  name: string;
  content: Uint8Array;
  sheet?: string;
}> = (form, { id = '' }, files) => {
  const file = readUploadedFile(files);
  return file.ok ? done({ reviewId: id, ...file.value, sheet: readSheetName(form) }) : file;
};

export const readImportConfirmation: ReadInput<{
  reviewId: string;
  id: string;
  fingerprint: string;
}> = (form, { id = '', preview = '' }) =>
  done({ reviewId: id, id: preview, fingerprint: textOf(form, 'fingerprint') });
