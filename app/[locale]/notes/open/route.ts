import { createEdition } from '#lib/notes/commands';
import { openingInput } from '#lib/notes/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: openingInput,
  command: createEdition,
  page: ({ locale }) => `/${locale}/notes/new`,
  onward: ({ id }, { locale }) => `/${locale}/notes/${id}`,
});
