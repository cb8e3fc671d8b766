import { invite } from '#lib/people/accounts/commands';
import type { Invited } from '#lib/people/accounts/links';
import { invitationSchema } from '#lib/people/accounts/schema';
import { showInvitation } from '#lib/people/accounts/invited';
import { bySchema, textOf } from '#lib/http/form';
import { post } from '#lib/http/post';

export const POST = post({
  input: bySchema(invitationSchema),
  command: invite,
  page: ({ locale }, form) =>
    textOf(form, 'review')
      ? `/${locale}/reviews/${textOf(form, 'review').replace(/[^0-9a-f-]/g, '')}`
      : `/${locale}/accounts`,
  onward: (invited: Invited, { locale }) => showInvitation(invited, locale),
});
