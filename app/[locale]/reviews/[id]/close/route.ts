import { closeReview } from '#lib/reviews/closing-commands';
import { bySchema } from '#lib/form';
import { versionSchema } from '#lib/reviews/schema';
import { post } from '#lib/post';

export const POST = post({
  input: bySchema(versionSchema),
  command: closeReview,
  page: ({ locale, id }) => `/${locale}/reviews/${id}/checklist`,
  onward: ({ id }, { locale }) => `/${locale}/reviews/${id}/checklist`,
});
