import { post } from '#lib/http/post';
import { translateNeed } from '#lib/needs/translations/commands';
import { parseTranslation } from '#lib/needs/translations/input';

export const POST = post({
  input: parseTranslation,
  command: translateNeed,
  page: ({ locale, id, language }) => `/${locale}/needs/${id}/translation/${language}`,
  next: ({ id }, { locale }) => `/${locale}/needs/${id}#translations`,
});
