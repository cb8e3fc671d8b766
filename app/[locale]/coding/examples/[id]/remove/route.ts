import { removeExample } from '#lib/coding/guide-commands';
import { idOf } from '#lib/coding/input';
import { post } from '#lib/post';

export const POST = post({
  input: idOf,
  command: removeExample,
  page: ({ locale }) => `/${locale}/coding`,
  onward: (_example, { locale }) => `/${locale}/coding`,
});
