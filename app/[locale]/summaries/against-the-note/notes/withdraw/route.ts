import { post } from '#lib/http/post';
import { withdrawNote } from '#lib/counting/published/commands';
import { noteIdInput } from '#lib/counting/published/input';

export const POST = post({
  input: noteIdInput,
  command: withdrawNote,
  page: ({ locale }) => `/${locale}/summaries/against-the-note/notes/manage`,
  onward: (_withdrawn, { locale }) => `/${locale}/summaries/against-the-note/notes/manage`,
});
