import { post } from '#lib/http/post';
import { renameTerm } from '#lib/needs/terms/commands';
import { renamingOf, termAddress } from '#lib/needs/terms/schema';

export const POST = post({
  input: renamingOf,
  command: renameTerm,
  page: ({ locale }, form) => termAddress(locale, form),
  onward: (_change, { locale }) => `/${locale}/admin/terms?done=changed`,
});
