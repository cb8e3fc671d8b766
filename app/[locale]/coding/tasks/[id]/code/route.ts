import { codeNeed } from '#lib/coding/commands';
import { codedOf } from '#lib/coding/input';
import { post } from '#lib/post';

export const POST = post({
  input: codedOf,
  command: codeNeed,
  page: ({ locale, id }) => `/${locale}/coding/tasks/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/coding/tasks/${id}`,
});
