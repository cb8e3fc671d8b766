import { waiveDoubts } from '#lib/review/closing/closing-commands';
import { waivingOf } from '#lib/needs/reviews/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: waivingOf,
  command: waiveDoubts,
  page: ({ locale, id }) => `/${locale}/reviews/${id}/checklist`,
  onward: ({ id }, { locale }) => `/${locale}/reviews/${id}/checklist`,
});
