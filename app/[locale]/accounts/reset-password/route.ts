import { resetPassword } from '#lib/people/accounts/commands';
import type { Invited } from '#lib/people/accounts/links';
import { resetSchema } from '#lib/people/accounts/schema';
import { showInvitation } from '#lib/people/accounts/invited';
import { bySchema } from '#lib/http/form';
import { post } from '#lib/http/post';

export const POST = post({
  input: bySchema(resetSchema),
  command: resetPassword,
  page: ({ locale }) => `/${locale}/accounts`,
  onward: (invited: Invited, { locale }) => showInvitation(invited, locale),
});
