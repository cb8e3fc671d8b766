import { approveEdition } from '#lib/notes/people-commands';
import { approvalInput } from '#lib/notes/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: approvalInput,
  command: approveEdition,
  page: ({ locale, id }) => `/${locale}/notes/${id}`,
  onward: (_, { locale, id }) => `/${locale}/notes/${id}`,
});
