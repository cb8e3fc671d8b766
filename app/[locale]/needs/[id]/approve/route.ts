import { approveNeed } from '#lib/needs/entry/commands';
import { parseDecision } from '#lib/needs/entry/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: parseDecision,
  command: approveNeed,
  page: ({ locale, id }) => `/${locale}/needs/${id}`,
  next: ({ id }, { locale }) => `/${locale}/needs/${id}?done=approve`,
});
