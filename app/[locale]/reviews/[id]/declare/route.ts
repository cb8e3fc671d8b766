import { post } from '#lib/http/post';
import { declareComplete } from '#lib/needs/reviews/answers';
import { chapterOf } from '#lib/needs/reviews/input';

export const POST = post({
  input: chapterOf,
  command: declareComplete,
  page: ({ locale, id }) => `/${locale}/reviews/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/reviews/${id}#desk`,
});
