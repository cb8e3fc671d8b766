import { post } from '#lib/post';
import { changeSettings } from '#lib/settings/commands';
import { settingsOf } from '#lib/settings/input';

export const POST = post({
  input: settingsOf,
  command: changeSettings,
  page: ({ locale }) => `/${locale}/admin/settings`,
  onward: (_done, { locale }) => `/${locale}/admin/settings?saved=1`,
});
