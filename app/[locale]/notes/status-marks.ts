import type { NoteStatus } from '#lib/notes/model/vocabulary';

/** The mark beside each status, so that the status never depends on colour alone. */
export const noteMarks: Readonly<Record<NoteStatus, string>> = {
  drafting: '◌',
  'under-review': '◐',
  frozen: '◼',
  published: '●',
};
