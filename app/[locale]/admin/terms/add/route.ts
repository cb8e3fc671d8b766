import { post } from '#lib/post';
import { addTerm } from '#lib/terms/commands';
import { addingOf } from '#lib/terms/schema';

export const POST = post({
  input: addingOf,
  command: addTerm,
  page: ({ locale }) => `/${locale}/admin/terms`,
  onward: (_change, { locale }) => `/${locale}/admin/terms?done=changed`,
});
