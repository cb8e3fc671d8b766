import { download } from '#lib/http/download';
import { needsTemplate } from '#lib/needs/imports/needs/template';

const formats = ['csv', 'xlsx', 'values'] as const;

/**
 * The needs of a review as a file. Whoever may not have it is sent to the page of the import, which
 * says why.
 */
export const GET = download(async ({ actor, locale, address }) => {
  const { id = '' } = address;
  const location = `/${locale}/reviews/${encodeURIComponent(id)}/import`;
  const format = formats.find((known) => known === address.format);
  if (!format || actor.role === 'public') return { kind: 'elsewhere', location };
  const template = await needsTemplate(actor, { reviewId: id, locale, format });
  if (!template.ok) return { kind: 'elsewhere', location };
  const { name, type, body } = template.value;
  return { create: async () => ({ name, type, content: body }) };
});
