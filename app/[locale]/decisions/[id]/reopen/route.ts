import { reopenDecision } from '#lib/review/decisions/commands';
import { reopeningOf } from '#lib/review/decisions/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: reopeningOf,
  command: reopenDecision,
  page: ({ locale, id }) => `/${locale}/decisions/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/decisions/${id}?done=1`,
});
