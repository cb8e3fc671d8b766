import { reopenDecision } from '#lib/decisions/commands';
import { reopeningOf } from '#lib/decisions/input';
import { post } from '#lib/post';

export const POST = post({
  input: reopeningOf,
  command: reopenDecision,
  page: ({ locale, id }) => `/${locale}/decisions/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/decisions/${id}?done=1`,
});
