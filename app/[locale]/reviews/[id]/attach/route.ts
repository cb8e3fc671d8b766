import { attachSummary } from '#lib/attachments/commands';
import { attachingOf } from '#lib/attachments/input';
import { post } from '#lib/post';

export const POST = post({
  files: true,
  input: attachingOf,
  command: attachSummary,
  page: ({ locale, id }) => `/${locale}/reviews/${id}`,
  onward: ({ reviewId, leftOut }, { locale }) =>
    `/${locale}/reviews/${reviewId}?attached=${leftOut}#source`,
});
