import { sendForReview } from '#lib/notes/editions/status-commands';
import { versionInput } from '#lib/notes/editions/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: versionInput,
  command: sendForReview,
  page: ({ locale, id }) => `/${locale}/notes/${id}`,
  next: (_, { locale, id }) => `/${locale}/notes/${id}`,
});
