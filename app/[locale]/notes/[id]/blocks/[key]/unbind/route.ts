import { unbind } from '#lib/notes/binding-commands';
import { namedInput } from '#lib/notes/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: namedInput,
  command: unbind,
  page: ({ locale, id, key }) => `/${locale}/notes/${id}/blocks/${key}`,
  onward: (_, { locale, id, key }) => `/${locale}/notes/${id}/blocks/${key}`,
});
