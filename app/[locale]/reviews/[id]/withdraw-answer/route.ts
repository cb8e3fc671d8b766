import { post } from '#lib/http/post';
import { withdrawAnswer } from '#lib/needs/reviews/answers';
import { articleOf } from '#lib/needs/reviews/input';

export const POST = post({
  input: articleOf,
  command: withdrawAnswer,
  page: ({ locale, id }) => `/${locale}/reviews/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/reviews/${id}#desk`,
});
