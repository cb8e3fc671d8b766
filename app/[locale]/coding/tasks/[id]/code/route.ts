import { codeNeed } from '#lib/review/coding/commands';
import { codedOf } from '#lib/review/coding/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: codedOf,
  command: codeNeed,
  page: ({ locale, id }) => `/${locale}/coding/tasks/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/coding/tasks/${id}`,
});
