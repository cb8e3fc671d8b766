import { download } from '#lib/http/download';
import { entityTagOfFile } from '#lib/http/entity-tag';
import { recordDownload } from '#lib/needs/attachments/commands';
import { attachmentFile } from '#lib/needs/attachments/queries';

/**
 * The whole file, to be kept and never shown as a page of the register; for those who work on the
 * review and nobody else. Whoever is given it is noted, also where they held an older one.
 */
export const GET = download(async ({ actor, locale, address }) => {
  const { id = '' } = address;
  if (actor.role === 'public') {
    const next = encodeURIComponent(`/${locale}/reviews/${id}`);
    return { kind: 'elsewhere', location: `/${locale}/accounts/sign-in?next=${next}` };
  }
  const found = await attachmentFile(actor, address.file ?? '');
  if (found?.file.reviewId !== id) return { kind: 'missing' };
  const { file, content } = found;
  const make = async () => {
    await recordDownload(actor, file.id);
    return { name: file.name || 'executive-summary.txt', type: file.mediaType, content };
  };
  const version = { entityTag: entityTagOfFile(file.sha256), isPublic: false };
  return { isRecorded: true, version, sha256: file.sha256, create: make };
});
