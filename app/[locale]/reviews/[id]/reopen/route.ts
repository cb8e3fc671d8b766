import { reopenReview } from '#lib/review/closing/commands';
import { bySchema } from '#lib/http/form';
import { reopeningSchema } from '#lib/needs/reviews/schema';
import { post } from '#lib/http/post';

export const POST = post({
  input: bySchema(reopeningSchema),
  command: reopenReview,
  page: ({ locale, id }) => `/${locale}/reviews/${id}/checklist`,
  next: ({ id }, { locale }) => `/${locale}/reviews/${id}/checklist?done=reopen`,
});
