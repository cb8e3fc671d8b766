import { post } from '#lib/http/post';
import { addTerm } from '#lib/needs/terms/commands';
import { addingOf } from '#lib/needs/terms/schema';

export const POST = post({
  input: addingOf,
  command: addTerm,
  page: ({ locale }) => `/${locale}/admin/terms`,
  onward: (_change, { locale }) => `/${locale}/admin/terms?done=changed`,
});
