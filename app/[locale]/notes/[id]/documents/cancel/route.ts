import { editionIdInput } from '#lib/notes/editions/input';
import { cancelDocuments } from '#lib/notes/documents/jobs';
import { post } from '#lib/http/post';

export const POST = post({
  input: editionIdInput,
  command: cancelDocuments,
  page: ({ locale, id }) => `/${locale}/notes/${id}`,
  next: (_, { locale, id }) => `/${locale}/notes/${id}#documents`,
});
