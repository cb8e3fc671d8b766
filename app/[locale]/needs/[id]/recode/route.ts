import { recodeNeed } from '#lib/needs/entry/commands';
import { parseEdit } from '#lib/needs/entry/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: parseEdit,
  command: recodeNeed,
  page: ({ locale, id }) => `/${locale}/needs/${id}/recoding`,
  next: ({ id }, { locale }) => `/${locale}/needs/${id}?done=recode`,
});
