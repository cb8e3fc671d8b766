import { resolveComment } from '#lib/comments/commands';
import { resolvingOf } from '#lib/comments/input';
import { post } from '#lib/post';

export const POST = post({
  input: resolvingOf,
  command: resolveComment,
  page: ({ locale, id }) => `/${locale}/needs/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/needs/${id}#comments`,
});
