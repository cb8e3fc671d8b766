import { post } from '#lib/http/post';
import { answerArticles } from '#lib/needs/reviews/answers';
import { parseArticles } from '#lib/needs/reviews/input';

export const POST = post({
  input: parseArticles,
  command: answerArticles,
  page: ({ locale, id }) => `/${locale}/reviews/${id}`,
  next: ({ id }, { locale }) => `/${locale}/reviews/${id}?done=answer`,
});
