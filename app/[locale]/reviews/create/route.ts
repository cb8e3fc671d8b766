import { bySchema } from '#lib/http/form';
import { post } from '#lib/http/post';
import { createReview } from '#lib/needs/reviews/commands';
import { reviewSchema } from '#lib/needs/reviews/schema';

export const POST = post({
  input: bySchema(reviewSchema),
  command: createReview,
  page: ({ locale }) => `/${locale}/reviews/new`,
  next: ({ id }, { locale }) => `/${locale}/reviews/${id}`,
});
