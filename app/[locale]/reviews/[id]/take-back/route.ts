import { post } from '#lib/http/post';
import { takeBackDeclaration } from '#lib/needs/reviews/answers';
import { takingBackOf } from '#lib/needs/reviews/input';

export const POST = post({
  input: takingBackOf,
  command: takeBackDeclaration,
  page: ({ locale, id }) => `/${locale}/reviews/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/reviews/${id}#desk`,
});
