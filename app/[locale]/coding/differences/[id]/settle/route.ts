import { settleDifference } from '#lib/review/coding/commands';
import { readSettlement } from '#lib/review/coding/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: readSettlement,
  command: settleDifference,
  page: ({ locale, id }) => `/${locale}/coding/differences/${id}`,
  next: ({ id }, { locale }) => `/${locale}/coding/differences/${id}`,
});
