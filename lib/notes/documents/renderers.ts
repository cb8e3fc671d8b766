import 'server-only';
import { renderDocx } from '#lib/documents/docx/render-docx';
import { finishedNote } from '#lib/notes/assembly/finished-note';
import type { Renderers } from '#lib/notes/documents/run-job';
import { differingNumbers } from '#lib/notes/documents/verify-numbers';

/** The functions that render and verify the documents of an edition. */
export const renderers: Renderers = {
  finalise: finishedNote,
  docx: renderDocx,
  verifyNumbers: differingNumbers,
};
