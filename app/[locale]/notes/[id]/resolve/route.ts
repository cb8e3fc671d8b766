import { resolveComment } from '#lib/notes/editions/people-commands';
import { commentIdInput } from '#lib/notes/editions/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: commentIdInput,
  command: resolveComment,
  page: ({ locale, id }) => `/${locale}/notes/${id}`,
  next: (_, { locale, id }) => `/${locale}/notes/${id}#comments`,
});
