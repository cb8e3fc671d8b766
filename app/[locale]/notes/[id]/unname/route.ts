import { unnamePerson } from '#lib/notes/people-commands';
import { personIdInput } from '#lib/notes/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: personIdInput,
  command: unnamePerson,
  page: ({ locale, id }) => `/${locale}/notes/${id}`,
  onward: (_, { locale, id }) => `/${locale}/notes/${id}#people`,
});
