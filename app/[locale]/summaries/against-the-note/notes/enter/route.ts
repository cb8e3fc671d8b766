import { post } from '#lib/http/post';
import { enterNote, mayEnterNotes } from '#lib/counting/published/commands';
import { parseNoteInput } from '#lib/counting/published/input';

export const POST = post({
  mayUpload: mayEnterNotes,
  input: parseNoteInput,
  command: enterNote,
  page: ({ locale }) => `/${locale}/summaries/against-the-note/notes/manage`,
  next: ({ id }, { locale }) => `/${locale}/summaries/against-the-note/${id}`,
});
