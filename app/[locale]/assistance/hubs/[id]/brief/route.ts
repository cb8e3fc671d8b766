import { hubBriefDocx } from '#lib/assistance/hubs/brief-queries';
import { download } from '#lib/http/download';
import { mediaTypes } from '#lib/files/media-types';

/**
 * Downloads the brief of a hub as a Word document, in the language of the page. A hub that does not
 * exist leads to its page, which says so.
 */
export const GET = download(async ({ actor, locale, address: { id = '' } }) => {
  const content = await hubBriefDocx(actor, id, locale);
  if (content === 'busy') return { kind: 'busy', seconds: 10 };
  if (content === undefined) {
    return { kind: 'elsewhere', location: `/${locale}/assistance/hubs/${encodeURIComponent(id)}` };
  }
  return { create: async () => ({ name: `brief-${locale}.docx`, type: mediaTypes.docx, content }) };
});
