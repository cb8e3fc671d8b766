import { refuseWithdrawal } from '#lib/needs/commands';
import { decisionOf } from '#lib/needs/input';
import { post } from '#lib/post';

export const POST = post({
  input: decisionOf,
  command: refuseWithdrawal,
  page: ({ locale, id }) => `/${locale}/needs/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/needs/${id}?done=refuse-withdrawal`,
});
