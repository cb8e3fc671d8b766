import { bySchema } from '#lib/form';
import { post } from '#lib/post';
import { setCompletion } from '#lib/reviews/commands';
import { completionSchema } from '#lib/reviews/schema';

export const POST = post({
  input: bySchema(completionSchema),
  command: setCompletion,
  page: ({ locale, id }) => `/${locale}/reviews/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/reviews/${id}`,
});
