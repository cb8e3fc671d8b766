import { bySchema } from '#lib/form';
import { post } from '#lib/post';
import { createReview } from '#lib/reviews/commands';
import { reviewSchema } from '#lib/reviews/schema';

export const POST = post({
  input: bySchema(reviewSchema),
  command: createReview,
  page: ({ locale }) => `/${locale}/reviews/new`,
  onward: ({ id }, { locale }) => `/${locale}/reviews/${id}`,
});
