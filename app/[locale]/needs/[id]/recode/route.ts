import { recodeNeed } from '#lib/needs/entry/commands';
import { rewritingOf } from '#lib/needs/entry/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: rewritingOf,
  command: recodeNeed,
  page: ({ locale, id }) => `/${locale}/needs/${id}/recoding`,
  onward: ({ id }, { locale }) => `/${locale}/needs/${id}?done=recode`,
});
