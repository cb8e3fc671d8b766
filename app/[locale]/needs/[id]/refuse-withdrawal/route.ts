import { refuseWithdrawal } from '#lib/needs/entry/commands';
import { parseDecision } from '#lib/needs/entry/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: parseDecision,
  command: refuseWithdrawal,
  page: ({ locale, id }) => `/${locale}/needs/${id}`,
  next: ({ id }, { locale }) => `/${locale}/needs/${id}?done=refuse-withdrawal`,
});
