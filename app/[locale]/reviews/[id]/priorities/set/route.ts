import { post } from '#lib/post';
import { setPriorities } from '#lib/priorities/commands';
import { prioritiesOf } from '#lib/priorities/input';

export const POST = post({
  input: prioritiesOf,
  command: setPriorities,
  page: ({ locale, id }) => `/${locale}/reviews/${id}/priorities`,
  onward: ({ id }, { locale }) => `/${locale}/reviews/${id}/priorities?done=set`,
});
