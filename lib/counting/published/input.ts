import { done, failed, invalid, type FieldError } from '#lib/base/errors';
import { bySchema, type ReadInput } from '#lib/http/form';
import { readUploadedFile } from '#lib/needs/imports/input';
import { largestNoteFile } from '#lib/counting/published/columns';
import { noteIdSchema, noteSchema } from '#lib/counting/published/schema';
import type { output } from 'zod/mini';

export type NoteInput = output<typeof noteSchema> & Readonly<{ content: Uint8Array }>;

/** Reads the fields and the file, and reports the faults of both together. */
export const parseNoteInput: ReadInput<NoteInput> = (form, address, files) => {
  const note = bySchema(noteSchema)(form, address);
  const uploaded = readUploadedFile(files);
  const file =
    uploaded.ok && uploaded.value.content.length > largestNoteFile
      ? invalid('file', 'noteFileTooLarge')
      : uploaded;
  const errorsOf = (outcome: typeof note | typeof file): readonly FieldError[] =>
    !outcome.ok && outcome.failure.kind === 'invalid' ? outcome.failure.errors : [];
  if (!note.ok || !file.ok)
    return failed({ kind: 'invalid', errors: [...errorsOf(note), ...errorsOf(file)] });
  return done({ ...note.value, content: file.value.content });
};

export const parseNoteId = bySchema(noteIdSchema);
