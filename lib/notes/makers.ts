import 'server-only';
import { docxOf } from '#lib/documents/docx/docx-of';
import { finishedNote } from '#lib/notes/finish';
import type { Makers } from '#lib/notes/making';
import { numbersThatDiffer } from '#lib/notes/read-back';

/** The functions that render and verify the documents of an edition. */
export const renderers: Makers = {
  finish: finishedNote,
  docx: docxOf,
  readBack: numbersThatDiffer,
};
