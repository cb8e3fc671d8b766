import { changeEdition } from '#lib/notes/commands';
import { headInput } from '#lib/notes/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: headInput,
  command: changeEdition,
  page: ({ locale, id }) => `/${locale}/notes/${id}/head`,
  onward: (_, { locale, id }) => `/${locale}/notes/${id}`,
});
