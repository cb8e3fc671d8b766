import { commentOnNeed } from '#lib/needs/comments/commands';
import { parseComment } from '#lib/needs/comments/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: parseComment,
  command: commentOnNeed,
  page: ({ locale, id }) => `/${locale}/needs/${id}`,
  next: ({ id }, { locale }) => `/${locale}/needs/${id}#comments`,
});
