import { done, notFound } from '#lib/base/errors';
import { isLocale } from '#lib/convention/names';
import { textOf, type ReadInput } from '#lib/http/form';
import { readUploadedFile } from '#lib/needs/imports/input';
import type { NewTranslation } from '#lib/needs/translations/write-translation';
import { isUuid } from '#lib/text/uuid';

/** A whole number of a form; NaN for anything else. */
const numberOf = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : Number.NaN);

/** Reads the form of a translation; its language is part of the address. */
export const parseTranslation: ReadInput<NewTranslation> = (form, { id = '', language = '' }) => {
  const version = numberOf(textOf(form, 'version'));
  const follows = numberOf(textOf(form, 'follows'));
  if (!isLocale(language) || !(version >= 1) || !(follows >= 0)) return notFound;
  return done({
    ...{ id, language, version, follows },
    text: textOf(form, 'text'),
    quote: textOf(form, 'quote'),
  });
};

export const readTranslationsFile: ReadInput<{ name: string; content: Uint8Array }> = (
  _form,
  _address,
  files,
) => readUploadedFile(files);

export const readTranslationsConfirmation: ReadInput<{ id: string; fingerprint: string }> = (
  form,
  { preview = '' },
) => (isUuid(preview) ? done({ id: preview, fingerprint: textOf(form, 'fingerprint') }) : notFound);
