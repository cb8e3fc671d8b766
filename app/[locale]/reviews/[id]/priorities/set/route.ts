import { post } from '#lib/http/post';
import { setPriorities } from '#lib/needs/priorities/commands';
import { parsePriorities } from '#lib/needs/priorities/input';

export const POST = post({
  input: parsePriorities,
  command: setPriorities,
  page: ({ locale, id }) => `/${locale}/reviews/${id}/priorities`,
  next: ({ id }, { locale }) => `/${locale}/reviews/${id}/priorities?done=set`,
});
