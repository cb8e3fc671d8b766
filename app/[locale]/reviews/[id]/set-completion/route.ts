import { bySchema } from '#lib/http/form';
import { post } from '#lib/http/post';
import { setCompletion } from '#lib/needs/reviews/commands';
import { completionSchema } from '#lib/needs/reviews/schema';

export const POST = post({
  input: bySchema(completionSchema),
  command: setCompletion,
  page: ({ locale, id }) => `/${locale}/reviews/${id}`,
  next: ({ id }, { locale }) => `/${locale}/reviews/${id}?done=set-completion`,
});
