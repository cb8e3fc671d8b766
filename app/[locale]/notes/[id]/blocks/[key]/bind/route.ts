import { addValue } from '#lib/notes/blocks/binding-commands';
import { valueInput } from '#lib/notes/editions/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: valueInput,
  command: addValue,
  page: ({ locale, id, key }) => `/${locale}/notes/${id}/blocks/${key}`,
  next: (_, { locale, id, key }) => `/${locale}/notes/${id}/blocks/${key}`,
});
