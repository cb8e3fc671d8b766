import { bySchema } from '#lib/http/form';
import { post } from '#lib/http/post';
import { setDeadlines } from '#lib/needs/reviews/commands';
import { deadlinesSchema } from '#lib/needs/reviews/schema';

export const POST = post({
  input: bySchema(deadlinesSchema),
  command: setDeadlines,
  page: ({ locale, id }) => `/${locale}/reviews/${id}`,
  next: ({ id }, { locale }) => `/${locale}/reviews/${id}?done=deadlines`,
});
