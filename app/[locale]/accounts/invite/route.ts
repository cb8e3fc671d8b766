import { invite } from '#lib/accounts/commands';
import type { Invited } from '#lib/accounts/links';
import { invitationSchema } from '#lib/accounts/schema';
import { showInvitation } from '#lib/accounts/invited';
import { bySchema, textOf } from '#lib/form';
import { post } from '#lib/post';

export const POST = post({
  input: bySchema(invitationSchema),
  command: invite,
  page: ({ locale }, form) =>
    textOf(form, 'review')
      ? `/${locale}/reviews/${textOf(form, 'review').replace(/[^0-9a-f-]/g, '')}`
      : `/${locale}/accounts`,
  onward: (invited: Invited, { locale }) => showInvitation(invited, locale),
});
