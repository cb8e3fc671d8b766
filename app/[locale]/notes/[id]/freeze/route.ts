import { freezeEdition } from '#lib/notes/edition-commands';
import { freezeInput } from '#lib/notes/input';
import { post } from '#lib/post';

export const POST = post({
  input: freezeInput,
  command: freezeEdition,
  page: ({ locale, id }) => `/${locale}/notes/${id}/checks`,
  onward: (_, { locale, id }) => `/${locale}/notes/${id}`,
});
