import { post } from '#lib/http/post';
import { splitTerm } from '#lib/needs/terms/commands';
import { parseTermSplit, termAddress } from '#lib/needs/terms/schema';

export const POST = post({
  input: parseTermSplit,
  command: splitTerm,
  page: ({ locale }, form) => termAddress(locale, form),
  next: ({ id }, { locale }) => `/${locale}/admin/terms/recode?change=${id}&done=split`,
});
