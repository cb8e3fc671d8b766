import { bySchema } from '#lib/form';
import { setMailPreference } from '#lib/mail/commands';
import { mailPreferenceSchema } from '#lib/mail/schema';
import { post } from '#lib/post';

export const POST = post({
  input: bySchema(mailPreferenceSchema),
  command: setMailPreference,
  page: ({ locale }) => `/${locale}/accounts/me`,
  onward: (_value, { locale }) => `/${locale}/accounts/me?done=mail`,
});
