import { docxOf } from '#lib/notes/docx/docx-of';
import { finishedNote } from '#lib/notes/finish';
import type { Makers } from '#lib/notes/making';

/** What an edition's documents are made by. */
export const makers: Makers = { finish: finishedNote, docx: docxOf };
