import { post } from '#lib/post';
import { splitTerm } from '#lib/terms/commands';
import { splittingOf, termAddress } from '#lib/terms/schema';

export const POST = post({
  input: splittingOf,
  command: splitTerm,
  page: ({ locale }, form) => termAddress(locale, form),
  onward: ({ id }, { locale }) => `/${locale}/admin/terms/recode?change=${id}`,
});
