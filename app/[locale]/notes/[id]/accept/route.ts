import { acceptMoved } from '#lib/notes/edition-commands';
import { acceptInput } from '#lib/notes/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: acceptInput,
  command: acceptMoved,
  page: ({ locale, id }) => `/${locale}/notes/${id}/moved`,
  onward: (_, { locale, id }) => `/${locale}/notes/${id}/moved`,
});
