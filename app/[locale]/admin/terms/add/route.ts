import { post } from '#lib/http/post';
import { addTerm } from '#lib/needs/terms/commands';
import { parseTermAddition } from '#lib/needs/terms/schema';

export const POST = post({
  input: parseTermAddition,
  command: addTerm,
  page: ({ locale }) => `/${locale}/admin/terms`,
  next: (_change, { locale }) => `/${locale}/admin/terms?done=changed`,
});
