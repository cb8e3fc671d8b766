import { post } from '#lib/http/post';
import { declareComplete } from '#lib/needs/reviews/answers';
import { parseChapter } from '#lib/needs/reviews/input';

export const POST = post({
  input: parseChapter,
  command: declareComplete,
  page: ({ locale, id }) => `/${locale}/reviews/${id}`,
  next: ({ id }, { locale }) => `/${locale}/reviews/${id}?done=declare`,
});
