import { waiveDoubts } from '#lib/review/closing/commands';
import { parseWaiver } from '#lib/needs/reviews/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: parseWaiver,
  command: waiveDoubts,
  page: ({ locale, id }) => `/${locale}/reviews/${id}/checklist`,
  next: ({ id }, { locale }) => `/${locale}/reviews/${id}/checklist?done=waive`,
});
