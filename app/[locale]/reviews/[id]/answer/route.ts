import { post } from '#lib/http/post';
import { answerArticles } from '#lib/needs/reviews/answers';
import { articlesOf } from '#lib/needs/reviews/input';

export const POST = post({
  input: articlesOf,
  command: answerArticles,
  page: ({ locale, id }) => `/${locale}/reviews/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/reviews/${id}#desk`,
});
