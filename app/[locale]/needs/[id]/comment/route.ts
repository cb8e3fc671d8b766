import { commentOnNeed } from '#lib/needs/comments/commands';
import { saidOf } from '#lib/needs/comments/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: saidOf,
  command: commentOnNeed,
  page: ({ locale, id }) => `/${locale}/needs/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/needs/${id}#comments`,
});
