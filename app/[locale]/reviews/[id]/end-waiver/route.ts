import { endWaiver } from '#lib/review/closing/commands';
import { parseWaiverId } from '#lib/needs/reviews/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: parseWaiverId,
  command: endWaiver,
  page: ({ locale, id }) => `/${locale}/reviews/${id}/checklist`,
  next: ({ id }, { locale }) => `/${locale}/reviews/${id}/checklist?done=end-waiver`,
});
