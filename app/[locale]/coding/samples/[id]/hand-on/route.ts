import { handingOf } from '#lib/review/coding/input';
import { handOn } from '#lib/review/coding/sample-commands';
import { post } from '#lib/http/post';

export const POST = post({
  input: handingOf,
  command: handOn,
  page: ({ locale, id }) => `/${locale}/coding/samples/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/coding/samples/${id}?done=hand-on`,
});
