import { submitNeed } from '#lib/needs/entry/commands';
import { parseVersion } from '#lib/needs/entry/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: parseVersion,
  command: submitNeed,
  page: ({ locale, id }) => `/${locale}/needs/${id}`,
  next: ({ id }, { locale }) => `/${locale}/needs/${id}?done=submit`,
});
