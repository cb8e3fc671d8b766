import { approveEdition } from '#lib/notes/editions/people-commands';
import { approvalInput } from '#lib/notes/editions/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: approvalInput,
  command: approveEdition,
  page: ({ locale, id }) => `/${locale}/notes/${id}`,
  next: (_, { locale, id }) => `/${locale}/notes/${id}`,
});
