import { waiveDoubts } from '#lib/reviews/closing-commands';
import { waivingOf } from '#lib/reviews/input';
import { post } from '#lib/post';

export const POST = post({
  input: waivingOf,
  command: waiveDoubts,
  page: ({ locale, id }) => `/${locale}/reviews/${id}/checklist`,
  onward: ({ id }, { locale }) => `/${locale}/reviews/${id}/checklist`,
});
