import { post } from '#lib/post';
import { enterNote } from '#lib/published/commands';
import { noteInput } from '#lib/published/input';

export const POST = post({
  files: true,
  input: noteInput,
  command: enterNote,
  page: ({ locale }) => `/${locale}/summaries/against-the-note/notes/manage`,
  onward: ({ id }, { locale }) => `/${locale}/summaries/against-the-note/${id}`,
});
