import { post } from '#lib/http/post';
import { changeSettings } from '#lib/people/settings/commands';
import { readSettings } from '#lib/people/settings/input';

export const POST = post({
  input: readSettings,
  command: changeSettings,
  page: ({ locale }) => `/${locale}/admin/settings`,
  next: (_done, { locale }) => `/${locale}/admin/settings?saved=1`,
});
