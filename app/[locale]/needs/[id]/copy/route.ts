import { copyNeed } from '#lib/needs/entry/copies';
import { parseCopy } from '#lib/needs/entry/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: parseCopy,
  command: copyNeed,
  page: ({ locale, id }) => `/${locale}/needs/${id}`,
  next: ({ id }, { locale }) => `/${locale}/needs/${id}/change?done=copy`,
});
