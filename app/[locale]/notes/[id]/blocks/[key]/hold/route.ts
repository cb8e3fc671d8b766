import { holdValue } from '#lib/notes/blocks/binding-commands';
import { holdInput } from '#lib/notes/editions/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: holdInput,
  command: holdValue,
  page: ({ locale, id, key }) => `/${locale}/notes/${id}/blocks/${key}`,
  next: (_, { locale, id, key }) => `/${locale}/notes/${id}/blocks/${key}`,
});
