import { releaseValue } from '#lib/notes/blocks/binding-commands';
import { bindingNameInput } from '#lib/notes/editions/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: bindingNameInput,
  command: releaseValue,
  page: ({ locale, id, key }) => `/${locale}/notes/${id}/blocks/${key}`,
  next: (_, { locale, id, key }) => `/${locale}/notes/${id}/blocks/${key}`,
});
