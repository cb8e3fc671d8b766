import { resetPassword } from '#lib/accounts/commands';
import type { Invited } from '#lib/accounts/links';
import { resetSchema } from '#lib/accounts/schema';
import { showInvitation } from '#lib/accounts/invited';
import { bySchema } from '#lib/form';
import { post } from '#lib/post';

export const POST = post({
  input: bySchema(resetSchema),
  command: resetPassword,
  page: ({ locale }) => `/${locale}/accounts`,
  onward: (invited: Invited, { locale }) => showInvitation(invited, locale),
});
