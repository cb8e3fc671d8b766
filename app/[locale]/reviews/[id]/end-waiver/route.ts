import { endWaiver } from '#lib/review/closing/closing-commands';
import { waiverOf } from '#lib/needs/reviews/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: waiverOf,
  command: endWaiver,
  page: ({ locale, id }) => `/${locale}/reviews/${id}/checklist`,
  onward: ({ id }, { locale }) => `/${locale}/reviews/${id}/checklist`,
});
