import { copyNeed } from '#lib/needs/entry/copies';
import { copyOf } from '#lib/needs/entry/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: copyOf,
  command: copyNeed,
  page: ({ locale, id }) => `/${locale}/needs/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/needs/${id}/change?done=copy`,
});
