import { submitNeed } from '#lib/needs/entry/commands';
import { versionOf } from '#lib/needs/entry/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: versionOf,
  command: submitNeed,
  page: ({ locale, id }) => `/${locale}/needs/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/needs/${id}?done=submit`,
});
