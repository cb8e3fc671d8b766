import { removeExample } from '#lib/review/coding/guide-commands';
import { readId } from '#lib/review/coding/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: readId,
  command: removeExample,
  page: ({ locale }) => `/${locale}/coding`,
  next: (_example, { locale }) => `/${locale}/coding`,
});
