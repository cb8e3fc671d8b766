import { returnNeed } from '#lib/needs/entry/commands';
import { returnOf } from '#lib/needs/entry/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: returnOf,
  command: returnNeed,
  page: ({ locale, id }) => `/${locale}/needs/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/needs/${id}?done=return`,
});
