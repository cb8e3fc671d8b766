import { takeBack } from '#lib/notes/edition-commands';
import { versionInput } from '#lib/notes/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: versionInput,
  command: takeBack,
  page: ({ locale, id }) => `/${locale}/notes/${id}`,
  onward: (_, { locale, id }) => `/${locale}/notes/${id}`,
});
