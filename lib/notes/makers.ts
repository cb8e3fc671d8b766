import 'server-only';
import { docxOf } from '#lib/documents/docx/docx-of';
import { finishedNote } from '#lib/notes/finish';
import type { Makers } from '#lib/notes/making';
import { numbersThatDiffer } from '#lib/notes/read-back';

/** What an edition's documents are made by. */
export const makers: Makers = { finish: finishedNote, docx: docxOf, readBack: numbersThatDiffer };
