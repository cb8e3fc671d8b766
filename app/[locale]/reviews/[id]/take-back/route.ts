import { post } from '#lib/http/post';
import { takeBackDeclaration } from '#lib/needs/reviews/answers';
import { parseTakeBack } from '#lib/needs/reviews/input';

export const POST = post({
  input: parseTakeBack,
  command: takeBackDeclaration,
  page: ({ locale, id }) => `/${locale}/reviews/${id}`,
  next: ({ id }, { locale }) => `/${locale}/reviews/${id}?done=take-back`,
});
