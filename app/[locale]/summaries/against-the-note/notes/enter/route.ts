import { post } from '#lib/http/post';
import { enterNote } from '#lib/counting/published/commands';
import { noteInput } from '#lib/counting/published/input';

export const POST = post({
  files: true,
  input: noteInput,
  command: enterNote,
  page: ({ locale }) => `/${locale}/summaries/against-the-note/notes/manage`,
  onward: ({ id }, { locale }) => `/${locale}/summaries/against-the-note/${id}`,
});
