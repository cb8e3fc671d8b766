import { expiredSessionCookie } from '#lib/sessions/auth';
import { showLink } from '#lib/people/accounts/show-link';
import type { OneTimeLink } from '#lib/people/accounts/one-time-links';
import { handOver, mayHandOver } from '#lib/people/handovers/commands';
import { readHandover } from '#lib/people/handovers/schema';
import { post } from '#lib/http/post';

/** Signs out whoever hands over: the answer itself shows them the link of the successor. */
export const POST = post({
  mayUpload: mayHandOver,
  input: readHandover,
  command: handOver,
  page: ({ locale }) => `/${locale}/accounts/colleagues`,
  next: (invited: OneTimeLink, { locale }) =>
    showLink(invited, locale, {
      page: `/${locale}/accounts/handed-over`,
      cookies: [expiredSessionCookie()],
    }),
});
