import { post } from '#lib/http/post';
import { confirmTranslations } from '#lib/needs/translations/import-commands';
import { readTranslationsConfirmation } from '#lib/needs/translations/input';

export const POST = post({
  input: readTranslationsConfirmation,
  command: confirmTranslations,
  page: ({ locale, preview }) => `/${locale}/needs/translations/${preview}`,
  next: (counts, { locale }) =>
    `/${locale}/needs/translations?added=${counts.new}&changed=${counts.changed}&same=${counts.same}`,
});
