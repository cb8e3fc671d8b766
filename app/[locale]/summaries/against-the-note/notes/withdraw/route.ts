import { post } from '#lib/http/post';
import { withdrawNote } from '#lib/counting/published/commands';
import { parseNoteId } from '#lib/counting/published/input';

export const POST = post({
  input: parseNoteId,
  command: withdrawNote,
  page: ({ locale }) => `/${locale}/summaries/against-the-note/notes/manage`,
  next: (_withdrawn, { locale }) => `/${locale}/summaries/against-the-note/notes/manage`,
});
