import { addComment } from '#lib/notes/editions/people-commands';
import { commentInput } from '#lib/notes/editions/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: commentInput,
  command: addComment,
  page: ({ locale, id, key }) => `/${locale}/notes/${id}/blocks/${key}`,
  next: (_, { locale, id, key }) => `/${locale}/notes/${id}/blocks/${key}#comments`,
});
