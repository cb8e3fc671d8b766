import { returnNeed } from '#lib/needs/commands';
import { returnOf } from '#lib/needs/input';
import { post } from '#lib/post';

export const POST = post({
  input: returnOf,
  command: returnNeed,
  page: ({ locale, id }) => `/${locale}/needs/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/needs/${id}?done=return`,
});
