import { note2023 } from '#lib/counting/published/note-2023';
import { seesNotes } from '#lib/counting/published/queries';
import { noteFile } from '#lib/counting/published/template';
import { mediaTypes } from '#lib/files/media-types';
import { download } from '#lib/http/download';

/**
 * Downloads the note of 2023 as a template for the import. Readers who may not import are sent to the
 * page, which says why.
 */
export const GET = download(async ({ actor, request }) => {
  if (!seesNotes(actor)) {
    const location = request.nextUrl.pathname.replace(/template$/, 'manage');
    return { kind: 'elsewhere', location };
  }
  const content = noteFile(note2023);
  return { make: async () => ({ name: 'note-2023.csv', type: mediaTypes.csv, content }) };
});
