import { bySchema } from '#lib/http/form';
import { setMailPreference } from '#lib/people/mail/commands';
import { mailPreferenceSchema } from '#lib/people/mail/schema';
import { post } from '#lib/http/post';

export const POST = post({
  input: bySchema(mailPreferenceSchema),
  command: setMailPreference,
  page: ({ locale }) => `/${locale}/accounts/me`,
  next: (_value, { locale }) => `/${locale}/accounts/me?done=mail`,
});
