import { post } from '#lib/post';
import { withdrawNote } from '#lib/published/commands';
import { noteIdInput } from '#lib/published/input';

export const POST = post({
  input: noteIdInput,
  command: withdrawNote,
  page: ({ locale }) => `/${locale}/summaries/against-the-note/notes/manage`,
  onward: (_withdrawn, { locale }) => `/${locale}/summaries/against-the-note/notes/manage`,
});
