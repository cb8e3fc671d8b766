import { takeBackRequest } from '#lib/needs/commands';
import { versionOf } from '#lib/needs/input';
import { post } from '#lib/post';

export const POST = post({
  input: versionOf,
  command: takeBackRequest,
  page: ({ locale, id }) => `/${locale}/needs/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/needs/${id}?done=take-back-request`,
});
