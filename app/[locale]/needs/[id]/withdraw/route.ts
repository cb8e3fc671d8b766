import { withdrawNeed } from '#lib/needs/entry/commands';
import { decisionOf } from '#lib/needs/entry/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: decisionOf,
  command: withdrawNeed,
  page: ({ locale, id }) => `/${locale}/needs/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/needs/${id}?done=withdraw`,
});
