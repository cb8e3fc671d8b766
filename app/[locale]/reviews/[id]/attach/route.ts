import { attachSummary } from '#lib/needs/attachments/commands';
import { attachingOf } from '#lib/needs/attachments/input';
import { post } from '#lib/http/post';

export const POST = post({
  files: true,
  input: attachingOf,
  command: attachSummary,
  page: ({ locale, id }) => `/${locale}/reviews/${id}`,
  onward: ({ reviewId, leftOut }, { locale }) =>
    `/${locale}/reviews/${reviewId}?attached=${leftOut}#source`,
});
