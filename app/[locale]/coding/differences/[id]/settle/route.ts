import { settleDifference } from '#lib/review/coding/commands';
import { settlingOf } from '#lib/review/coding/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: settlingOf,
  command: settleDifference,
  page: ({ locale, id }) => `/${locale}/coding/differences/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/coding/differences/${id}`,
});
