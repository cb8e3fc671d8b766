import { returnNeed } from '#lib/needs/entry/commands';
import { parseReturn } from '#lib/needs/entry/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: parseReturn,
  command: returnNeed,
  page: ({ locale, id }) => `/${locale}/needs/${id}`,
  next: ({ id }, { locale }) => `/${locale}/needs/${id}?done=return`,
});
