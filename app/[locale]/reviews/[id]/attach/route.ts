import { attachSummary, reviewToAttachTo } from '#lib/needs/attachments/commands';
import { parseAttachment } from '#lib/needs/attachments/input';
import { post } from '#lib/http/post';

export const POST = post({
  mayUpload: (actor, { id = '' }) => reviewToAttachTo(actor, id),
  input: parseAttachment,
  command: attachSummary,
  page: ({ locale, id }) => `/${locale}/reviews/${id}`,
  next: ({ reviewId, leftOut }, { locale }) =>
    `/${locale}/reviews/${reviewId}?attached=${leftOut}#source`,
});
