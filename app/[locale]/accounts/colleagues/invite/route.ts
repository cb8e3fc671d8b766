import { showInvitation } from '#lib/accounts/invited';
import type { Invited } from '#lib/accounts/links';
import { inviteContributor } from '#lib/colleagues/commands';
import { contributorSchema } from '#lib/colleagues/schema';
import { bySchema } from '#lib/form';
import { post } from '#lib/post';

export const POST = post({
  input: bySchema(contributorSchema),
  command: inviteContributor,
  page: ({ locale }) => `/${locale}/accounts/colleagues`,
  onward: (invited: Invited, { locale }) => showInvitation(invited, locale),
});
