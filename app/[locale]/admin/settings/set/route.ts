import { post } from '#lib/http/post';
import { changeSettings } from '#lib/people/settings/commands';
import { settingsOf } from '#lib/people/settings/input';

export const POST = post({
  input: settingsOf,
  command: changeSettings,
  page: ({ locale }) => `/${locale}/admin/settings`,
  onward: (_done, { locale }) => `/${locale}/admin/settings?saved=1`,
});
