import { reopenReview } from '#lib/review/closing/closing-commands';
import { bySchema } from '#lib/http/form';
import { reopeningSchema } from '#lib/needs/reviews/schema';
import { post } from '#lib/http/post';

export const POST = post({
  input: bySchema(reopeningSchema),
  command: reopenReview,
  page: ({ locale, id }) => `/${locale}/reviews/${id}/checklist`,
  onward: ({ id }, { locale }) => `/${locale}/reviews/${id}/checklist`,
});
