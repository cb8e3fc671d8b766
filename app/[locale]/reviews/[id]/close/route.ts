import { closeReview } from '#lib/review/closing/commands';
import { bySchema } from '#lib/http/form';
import { versionSchema } from '#lib/needs/reviews/schema';
import { post } from '#lib/http/post';

export const POST = post({
  input: bySchema(versionSchema),
  command: closeReview,
  page: ({ locale, id }) => `/${locale}/reviews/${id}/checklist`,
  next: ({ id }, { locale }) => `/${locale}/reviews/${id}/checklist?done=close`,
});
