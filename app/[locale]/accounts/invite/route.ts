import { invite } from '#lib/people/accounts/commands';
import type { OneTimeLink } from '#lib/people/accounts/one-time-links';
import { invitationSchema } from '#lib/people/accounts/schema';
import { showLink } from '#lib/people/accounts/show-link';
import { bySchema, textOf } from '#lib/http/form';
import { post } from '#lib/http/post';

export const POST = post({
  limit: 'link',
  input: bySchema(invitationSchema),
  command: invite,
  page: ({ locale }, form) =>
    textOf(form, 'review')
      ? `/${locale}/reviews/${textOf(form, 'review').replace(/[^0-9a-f-]/g, '')}`
      : `/${locale}/accounts`,
  next: (invited: OneTimeLink, { locale }) => showLink(invited, locale),
});
