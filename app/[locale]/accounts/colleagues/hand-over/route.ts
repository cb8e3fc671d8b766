import { endedCookie } from '#lib/sessions/auth';
import { showInvitation } from '#lib/people/accounts/invited';
import type { Invited } from '#lib/people/accounts/links';
import { handOver } from '#lib/people/handovers/commands';
import { handoverOf } from '#lib/people/handovers/schema';
import { post } from '#lib/http/post';

/**
 * Who has handed over is signed out by it, and is shown the successor's link in the very answer.
 */
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
