import { addPerson } from '#lib/notes/editions/people-commands';
import { personInput } from '#lib/notes/editions/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: personInput,
  command: addPerson,
  page: ({ locale, id }) => `/${locale}/notes/${id}`,
  next: (_, { locale, id }) => `/${locale}/notes/${id}#people`,
});
