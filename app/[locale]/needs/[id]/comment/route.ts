import { commentOnNeed } from '#lib/comments/commands';
import { saidOf } from '#lib/comments/input';
import { post } from '#lib/post';

export const POST = post({
  input: saidOf,
  command: commentOnNeed,
  page: ({ locale, id }) => `/${locale}/needs/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/needs/${id}#comments`,
});
