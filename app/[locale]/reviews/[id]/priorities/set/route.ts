import { post } from '#lib/http/post';
import { setPriorities } from '#lib/needs/priorities/commands';
import { prioritiesOf } from '#lib/needs/priorities/input';

export const POST = post({
  input: prioritiesOf,
  command: setPriorities,
  page: ({ locale, id }) => `/${locale}/reviews/${id}/priorities`,
  onward: ({ id }, { locale }) => `/${locale}/reviews/${id}/priorities?done=set`,
});
