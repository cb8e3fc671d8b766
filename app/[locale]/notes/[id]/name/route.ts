import { namePerson } from '#lib/notes/people-commands';
import { personInput } from '#lib/notes/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: personInput,
  command: namePerson,
  page: ({ locale, id }) => `/${locale}/notes/${id}`,
  onward: (_, { locale, id }) => `/${locale}/notes/${id}#people`,
});
