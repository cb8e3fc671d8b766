import { post } from '#lib/http/post';
import { splitTerm } from '#lib/needs/terms/commands';
import { splittingOf, termAddress } from '#lib/needs/terms/schema';

export const POST = post({
  input: splittingOf,
  command: splitTerm,
  page: ({ locale }, form) => termAddress(locale, form),
  onward: ({ id }, { locale }) => `/${locale}/admin/terms/recode?change=${id}`,
});
