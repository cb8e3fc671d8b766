import { showLink } from '#lib/people/accounts/show-link';
import type { OneTimeLink } from '#lib/people/accounts/one-time-links';
import { inviteContributor } from '#lib/people/colleagues/commands';
import { contributorSchema } from '#lib/people/colleagues/schema';
import { bySchema } from '#lib/http/form';
import { post } from '#lib/http/post';

export const POST = post({
  limit: 'link',
  input: bySchema(contributorSchema),
  command: inviteContributor,
  page: ({ locale }) => `/${locale}/accounts/colleagues`,
  next: (invited: OneTimeLink, { locale }) => showLink(invited, locale),
});
