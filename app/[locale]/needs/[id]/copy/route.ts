import { copyNeed } from '#lib/needs/copies';
import { copyOf } from '#lib/needs/input';
import { post } from '#lib/post';

export const POST = post({
  input: copyOf,
  command: copyNeed,
  page: ({ locale, id }) => `/${locale}/needs/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/needs/${id}/change?done=copy`,
});
