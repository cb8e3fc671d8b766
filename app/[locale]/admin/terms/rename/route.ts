import { post } from '#lib/post';
import { renameTerm } from '#lib/terms/commands';
import { renamingOf, termAddress } from '#lib/terms/schema';

export const POST = post({
  input: renamingOf,
  command: renameTerm,
  page: ({ locale }, form) => termAddress(locale, form),
  onward: (_change, { locale }) => `/${locale}/admin/terms?done=changed`,
});
