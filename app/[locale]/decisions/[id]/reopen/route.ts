import { reopenDecision } from '#lib/review/decisions/commands';
import { readReopening } from '#lib/review/decisions/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: readReopening,
  command: reopenDecision,
  page: ({ locale, id }) => `/${locale}/decisions/${id}`,
  next: ({ id }, { locale }) => `/${locale}/decisions/${id}?done=1`,
});
