import { post } from '#lib/post';
import { withdrawAnswer } from '#lib/reviews/answers';
import { articleOf } from '#lib/reviews/input';

export const POST = post({
  input: articleOf,
  command: withdrawAnswer,
  page: ({ locale, id }) => `/${locale}/reviews/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/reviews/${id}#desk`,
});
