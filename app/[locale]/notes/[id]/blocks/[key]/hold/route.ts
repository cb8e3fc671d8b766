import { holdValue } from '#lib/notes/binding-commands';
import { holdInput } from '#lib/notes/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: holdInput,
  command: holdValue,
  page: ({ locale, id, key }) => `/${locale}/notes/${id}/blocks/${key}`,
  onward: (_, { locale, id, key }) => `/${locale}/notes/${id}/blocks/${key}`,
});
