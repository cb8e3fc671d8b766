import { endWaiver } from '#lib/reviews/closing-commands';
import { waiverOf } from '#lib/reviews/input';
import { post } from '#lib/post';

export const POST = post({
  input: waiverOf,
  command: endWaiver,
  page: ({ locale, id }) => `/${locale}/reviews/${id}/checklist`,
  onward: ({ id }, { locale }) => `/${locale}/reviews/${id}/checklist`,
});
