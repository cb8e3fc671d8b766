import { endedCookie } from '#lib/sessions/auth';
import { showInvitation } from '#lib/people/accounts/invited';
import type { Invited } from '#lib/people/accounts/links';
import { handOver } from '#lib/people/handovers/commands';
import { handoverOf } from '#lib/people/handovers/schema';
import { post } from '#lib/http/post';

/** Signs out whoever hands over: the answer itself shows them the link of the successor. */
export const POST = post({
  files: true,
  input: handoverOf,
  command: handOver,
  page: ({ locale }) => `/${locale}/accounts/colleagues`,
  onward: (invited: Invited, { locale }) =>
    showInvitation(invited, locale, {
      page: `/${locale}/accounts/handed-over`,
      cookies: [endedCookie()],
    }),
});
