import { acceptChangedNumbers } from '#lib/notes/editions/status-commands';
import { acceptInput } from '#lib/notes/editions/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: acceptInput,
  command: acceptChangedNumbers,
  page: ({ locale, id }) => `/${locale}/notes/${id}/moved`,
  next: (_, { locale, id }) => `/${locale}/notes/${id}/moved`,
});
