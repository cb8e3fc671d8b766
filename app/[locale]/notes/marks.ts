import type { NoteStatus } from '#lib/notes/model/vocabulary';

/** The mark beside each status, so that it never hangs on colour alone. */
export const noteMarks: Readonly<Record<NoteStatus, string>> = {
  drafting: '◌',
  'under-review': '◐',
  frozen: '◼',
  published: '●',
};
