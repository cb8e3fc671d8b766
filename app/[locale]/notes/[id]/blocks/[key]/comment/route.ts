import { comment } from '#lib/notes/people-commands';
import { commentInput } from '#lib/notes/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: commentInput,
  command: comment,
  page: ({ locale, id, key }) => `/${locale}/notes/${id}/blocks/${key}`,
  onward: (_, { locale, id, key }) => `/${locale}/notes/${id}/blocks/${key}#comments`,
});
