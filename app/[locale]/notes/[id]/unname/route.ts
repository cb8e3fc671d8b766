import { removePerson } from '#lib/notes/editions/people-commands';
import { personIdInput } from '#lib/notes/editions/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: personIdInput,
  command: removePerson,
  page: ({ locale, id }) => `/${locale}/notes/${id}`,
  next: (_, { locale, id }) => `/${locale}/notes/${id}#people`,
});
