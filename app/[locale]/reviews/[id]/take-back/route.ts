import { post } from '#lib/post';
import { takeBackDeclaration } from '#lib/reviews/answers';
import { takingBackOf } from '#lib/reviews/input';

export const POST = post({
  input: takingBackOf,
  command: takeBackDeclaration,
  page: ({ locale, id }) => `/${locale}/reviews/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/reviews/${id}#desk`,
});
