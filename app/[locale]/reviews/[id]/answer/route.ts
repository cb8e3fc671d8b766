import { post } from '#lib/post';
import { answerArticles } from '#lib/reviews/answers';
import { articlesOf } from '#lib/reviews/input';

export const POST = post({
  input: articlesOf,
  command: answerArticles,
  page: ({ locale, id }) => `/${locale}/reviews/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/reviews/${id}#desk`,
});
