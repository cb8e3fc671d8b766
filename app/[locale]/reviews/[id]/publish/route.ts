import { bySchema } from '#lib/http/form';
import { post } from '#lib/http/post';
import { publishSummary } from '#lib/needs/reviews/commands';
import { versionSchema } from '#lib/needs/reviews/schema';

export const POST = post({
  input: bySchema(versionSchema),
  command: publishSummary,
  page: ({ locale, id }) => `/${locale}/reviews/${id}`,
  next: ({ id }, { locale }) => `/${locale}/reviews/${id}?done=publish`,
});
