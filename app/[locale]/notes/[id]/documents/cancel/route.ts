import { editionIdInput } from '#lib/notes/input';
import { cancelDocuments } from '#lib/notes/jobs';
import { post } from '#lib/http/post';

export const POST = post({
  input: editionIdInput,
  command: cancelDocuments,
  page: ({ locale, id }) => `/${locale}/notes/${id}`,
  onward: (_, { locale, id }) => `/${locale}/notes/${id}#documents`,
});
