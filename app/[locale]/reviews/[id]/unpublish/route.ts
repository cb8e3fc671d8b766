import { bySchema } from '#lib/http/form';
import { post } from '#lib/http/post';
import { unpublishSummary } from '#lib/needs/reviews/commands';
import { unpublishingSchema } from '#lib/needs/reviews/schema';

export const POST = post({
  input: bySchema(unpublishingSchema),
  command: unpublishSummary,
  page: ({ locale, id }) => `/${locale}/reviews/${id}`,
  next: ({ id }, { locale }) => `/${locale}/reviews/${id}?done=unpublish`,
});
