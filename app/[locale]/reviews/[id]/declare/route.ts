import { post } from '#lib/post';
import { declareComplete } from '#lib/reviews/answers';
import { chapterOf } from '#lib/reviews/input';

export const POST = post({
  input: chapterOf,
  command: declareComplete,
  page: ({ locale, id }) => `/${locale}/reviews/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/reviews/${id}#desk`,
});
