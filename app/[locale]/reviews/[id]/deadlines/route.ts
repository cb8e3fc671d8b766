import { bySchema } from '#lib/form';
import { post } from '#lib/post';
import { setDeadlines } from '#lib/reviews/commands';
import { deadlinesSchema } from '#lib/reviews/schema';

export const POST = post({
  input: bySchema(deadlinesSchema),
  command: setDeadlines,
  page: ({ locale, id }) => `/${locale}/reviews/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/reviews/${id}#deadlines`,
});
