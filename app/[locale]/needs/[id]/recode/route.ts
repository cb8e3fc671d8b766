import { recodeNeed } from '#lib/needs/commands';
import { rewritingOf } from '#lib/needs/input';
import { post } from '#lib/post';

export const POST = post({
  input: rewritingOf,
  command: recodeNeed,
  page: ({ locale, id }) => `/${locale}/needs/${id}/recoding`,
  onward: ({ id }, { locale }) => `/${locale}/needs/${id}?done=recode`,
});
