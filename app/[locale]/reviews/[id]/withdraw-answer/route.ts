import { post } from '#lib/http/post';
import { withdrawAnswer } from '#lib/needs/reviews/answers';
import { parseArticle } from '#lib/needs/reviews/input';

export const POST = post({
  input: parseArticle,
  command: withdrawAnswer,
  page: ({ locale, id }) => `/${locale}/reviews/${id}`,
  next: ({ id }, { locale }) => `/${locale}/reviews/${id}?done=withdraw-answer`,
});
