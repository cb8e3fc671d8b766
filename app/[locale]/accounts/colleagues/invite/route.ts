import { showInvitation } from '#lib/people/accounts/invited';
import type { Invited } from '#lib/people/accounts/links';
import { inviteContributor } from '#lib/people/colleagues/commands';
import { contributorSchema } from '#lib/people/colleagues/schema';
import { bySchema } from '#lib/http/form';
import { post } from '#lib/http/post';

export const POST = post({
  input: bySchema(contributorSchema),
  command: inviteContributor,
  page: ({ locale }) => `/${locale}/accounts/colleagues`,
  onward: (invited: Invited, { locale }) => showInvitation(invited, locale),
});
