import { reopenReview } from '#lib/reviews/closing-commands';
import { bySchema } from '#lib/form';
import { reopeningSchema } from '#lib/reviews/schema';
import { post } from '#lib/post';

export const POST = post({
  input: bySchema(reopeningSchema),
  command: reopenReview,
  page: ({ locale, id }) => `/${locale}/reviews/${id}/checklist`,
  onward: ({ id }, { locale }) => `/${locale}/reviews/${id}/checklist`,
});
