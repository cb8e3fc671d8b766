import { removeExample } from '#lib/review/coding/guide-commands';
import { idOf } from '#lib/review/coding/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: idOf,
  command: removeExample,
  page: ({ locale }) => `/${locale}/coding`,
  onward: (_example, { locale }) => `/${locale}/coding`,
});
