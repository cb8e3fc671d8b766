import { note2023 } from '#lib/counting/published/note-2023';
import { maySeeNotes } from '#lib/counting/published/queries';
import { noteAsCsv } from '#lib/counting/published/template';
import { mediaTypes } from '#lib/files/media-types';
import { download } from '#lib/http/download';

/**
 * Downloads the note of 2023 as a template for the import. Readers who may not import are sent to the
 * page, which says why.
 */
export const GET = download(async ({ actor, request }) => {
  if (!maySeeNotes(actor)) {
    const location = request.nextUrl.pathname.replace(/template$/, 'manage');
    return { kind: 'elsewhere', location };
  }
  const content = noteAsCsv(note2023);
  return { create: async () => ({ name: 'note-2023.csv', type: mediaTypes.csv, content }) };
});
