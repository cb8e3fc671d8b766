import { codeNeed } from '#lib/review/coding/commands';
import { readCoding } from '#lib/review/coding/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: readCoding,
  command: codeNeed,
  page: ({ locale, id }) => `/${locale}/coding/tasks/${id}`,
  next: ({ id }, { locale }) => `/${locale}/coding/tasks/${id}`,
});
