import { undoDiscard } from '#lib/needs/entry/discard';
import { parseVersion } from '#lib/needs/entry/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: parseVersion,
  command: undoDiscard,
  page: ({ locale, id }) => `/${locale}/needs/${id}`,
  next: ({ id }, { locale }) => `/${locale}/needs/${id}?done=undo-discard`,
});
