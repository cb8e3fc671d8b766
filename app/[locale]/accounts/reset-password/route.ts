import { resetPassword } from '#lib/people/accounts/commands';
import type { OneTimeLink } from '#lib/people/accounts/one-time-links';
import { resetSchema } from '#lib/people/accounts/schema';
import { showLink } from '#lib/people/accounts/show-link';
import { bySchema } from '#lib/http/form';
import { post } from '#lib/http/post';

export const POST = post({
  limit: 'link',
  input: bySchema(resetSchema),
  command: resetPassword,
  page: ({ locale }) => `/${locale}/accounts`,
  next: (invited: OneTimeLink, { locale }) => showLink(invited, locale),
});
