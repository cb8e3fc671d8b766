import { addClaim } from '#lib/notes/binding-commands';
import { claimInput } from '#lib/notes/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: claimInput,
  command: addClaim,
  page: ({ locale, id, key }) => `/${locale}/notes/${id}/blocks/${key}`,
  onward: (_, { locale, id, key }) => `/${locale}/notes/${id}/blocks/${key}`,
});
