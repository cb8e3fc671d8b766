import { addValue } from '#lib/notes/binding-commands';
import { boundInput } from '#lib/notes/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: boundInput,
  command: addValue,
  page: ({ locale, id, key }) => `/${locale}/notes/${id}/blocks/${key}`,
  onward: (_, { locale, id, key }) => `/${locale}/notes/${id}/blocks/${key}`,
});
