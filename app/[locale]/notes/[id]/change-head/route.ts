import { changeEdition } from '#lib/notes/editions/head-commands';
import { headInput } from '#lib/notes/editions/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: headInput,
  command: changeEdition,
  page: ({ locale, id }) => `/${locale}/notes/${id}/head`,
  next: (_, { locale, id }) => `/${locale}/notes/${id}`,
});
