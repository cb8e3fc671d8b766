import { takeBack } from '#lib/notes/editions/status-commands';
import { versionInput } from '#lib/notes/editions/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: versionInput,
  command: takeBack,
  page: ({ locale, id }) => `/${locale}/notes/${id}`,
  next: (_, { locale, id }) => `/${locale}/notes/${id}`,
});
