import { resolveComment } from '#lib/notes/people-commands';
import { commentIdInput } from '#lib/notes/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: commentIdInput,
  command: resolveComment,
  page: ({ locale, id }) => `/${locale}/notes/${id}`,
  onward: (_, { locale, id }) => `/${locale}/notes/${id}#comments`,
});
