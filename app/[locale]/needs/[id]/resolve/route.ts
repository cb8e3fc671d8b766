import { resolveComment } from '#lib/needs/comments/commands';
import { resolvingOf } from '#lib/needs/comments/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: resolvingOf,
  command: resolveComment,
  page: ({ locale, id }) => `/${locale}/needs/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/needs/${id}#comments`,
});
