import { post } from '#lib/http/post';
import { renameTerm } from '#lib/needs/terms/commands';
import { parseTermRenaming, termAddress } from '#lib/needs/terms/schema';

export const POST = post({
  input: parseTermRenaming,
  command: renameTerm,
  page: ({ locale }, form) => termAddress(locale, form),
  next: (_change, { locale }) => `/${locale}/admin/terms?done=changed`,
});
