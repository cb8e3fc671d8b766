import { unbind } from '#lib/notes/blocks/binding-commands';
import { bindingNameInput } from '#lib/notes/editions/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: bindingNameInput,
  command: unbind,
  page: ({ locale, id, key }) => `/${locale}/notes/${id}/blocks/${key}`,
  next: (_, { locale, id, key }) => `/${locale}/notes/${id}/blocks/${key}`,
});
