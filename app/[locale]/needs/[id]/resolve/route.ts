import { resolveComment } from '#lib/needs/comments/commands';
import { parseResolution } from '#lib/needs/comments/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: parseResolution,
  command: resolveComment,
  page: ({ locale, id }) => `/${locale}/needs/${id}`,
  next: ({ id }, { locale }) => `/${locale}/needs/${id}#comments`,
});
