import { handingOf } from '#lib/coding/input';
import { handOn } from '#lib/coding/sample-commands';
import { post } from '#lib/post';

export const POST = post({
  input: handingOf,
  command: handOn,
  page: ({ locale, id }) => `/${locale}/coding/samples/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/coding/samples/${id}?done=hand-on`,
});
