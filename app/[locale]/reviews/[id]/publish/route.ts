import { bySchema } from '#lib/form';
import { post } from '#lib/post';
import { publishSummary } from '#lib/reviews/commands';
import { versionSchema } from '#lib/reviews/schema';

export const POST = post({
  input: bySchema(versionSchema),
  command: publishSummary,
  page: ({ locale, id }) => `/${locale}/reviews/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/reviews/${id}`,
});
