import { createEdition } from '#lib/notes/editions/head-commands';
import { editionInput } from '#lib/notes/editions/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: editionInput,
  command: createEdition,
  page: ({ locale }) => `/${locale}/notes/new`,
  next: ({ id }, { locale }) => `/${locale}/notes/${id}`,
});
