import { editionIdInput } from '#lib/notes/input';
import { askForDocuments } from '#lib/notes/jobs';
import { post } from '#lib/http/post';

export const POST = post({
  input: editionIdInput,
  command: askForDocuments,
  page: ({ locale, id }) => `/${locale}/notes/${id}`,
  onward: (_, { locale, id }) => `/${locale}/notes/${id}#documents`,
});
