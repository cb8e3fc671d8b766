import { done, failed, invalid, type Outcome } from '#lib/base/errors';
import { textOf, type FormFields, type FormFiles } from '#lib/http/form';
import { largestAttachment } from '#lib/files/limits';
import { isUuid } from '#lib/text/uuid';

/**
 * The upload, and the attachment that it replaces as the person saw it; null where there was none.
 */
export type AttachmentUpload = Readonly<{
  reviewId: string;
  replaces: string | null;
  given: Readonly<{ name: string; file: Uint8Array }> | Readonly<{ text: string }>;
}>;

/**
 * For a paragraph's quote button without scripts: the draft is saved, and its form comes back with
 * that paragraph quoted. Returns the part of the address for it.
 */
export const quoteAddressPart = (form: FormFields): string => {
  const position = /^quote-(\d{1,5})$/.exec(textOf(form, 'then'))?.[1];
  return position ? `&quote=${position}#quote` : '';
};

/** Reads the upload. One form sends a file, the other a text; a hidden field says which. */
export function parseAttachment(
  form: FormFields,
  { id: reviewId = '' }: Readonly<Record<string, string>>,
  files: FormFiles = {},
): Outcome<AttachmentUpload> {
  const replaces = textOf(form, 'replaces');
  if (replaces !== '' && !isUuid(replaces)) return failed({ kind: 'conflict', why: 'moved' });
  const target = { reviewId, replaces: replaces || null };
  if (textOf(form, 'as') === 'text')
    return done({ ...target, given: { text: textOf(form, 'text') } });
  const file = files.file;
  if (!file || (file.name === '' && file.content.length === 0))
    return invalid('file', 'chooseFile');
  if (file.content.length > largestAttachment) return invalid('file', 'fileTooLarge');
  return done({ ...target, given: { name: file.name, file: file.content } });
}
