import { download } from '#lib/http/download';
import { nominationLetter } from '#lib/people/handovers/queries';

/** Downloads a letter of nomination; it is never shown as a page of the register. */
export const GET = download(async ({ actor, address }) => {
  const letter = await nominationLetter(actor, address.id ?? '');
  if (!letter) return { kind: 'missing' };
  const { name, mediaType, sha256, content } = letter;
  return { sha256, create: async () => ({ name: name || 'letter', type: mediaType, content }) };
});
