import { addClaim } from '#lib/notes/blocks/binding-commands';
import { claimInput } from '#lib/notes/editions/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: claimInput,
  command: addClaim,
  page: ({ locale, id, key }) => `/${locale}/notes/${id}/blocks/${key}`,
  next: (_, { locale, id, key }) => `/${locale}/notes/${id}/blocks/${key}`,
});
