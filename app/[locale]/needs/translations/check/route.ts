import { post } from '#lib/http/post';
import {
  mayImportTranslations,
  previewTranslations,
} from '#lib/needs/translations/import-commands';
import { readTranslationsFile } from '#lib/needs/translations/input';

export const POST = post({
  mayUpload: (actor) => mayImportTranslations(actor),
  input: readTranslationsFile,
  command: previewTranslations,
  page: ({ locale }) => `/${locale}/needs/translations`,
  next: ({ id }, { locale }) => `/${locale}/needs/translations/${id}`,
});
