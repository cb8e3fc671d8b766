import { settleDifference } from '#lib/coding/commands';
import { settlingOf } from '#lib/coding/input';
import { post } from '#lib/post';

export const POST = post({
  input: settlingOf,
  command: settleDifference,
  page: ({ locale, id }) => `/${locale}/coding/differences/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/coding/differences/${id}`,
});
