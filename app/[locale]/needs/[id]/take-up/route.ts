import { post } from '#lib/http/post';
import { parseEarlier } from '#lib/needs/entry/input';
import { restoreVersion } from '#lib/needs/entry/restore-commands';

export const POST = post({
  input: parseEarlier,
  command: restoreVersion,
  page: ({ locale, id }) => `/${locale}/needs/${id}/history`,
  next: ({ id }, { locale }) => `/${locale}/needs/${id}/history?done=take-up`,
});
