import { endedCookie } from '#lib/auth';
import { showInvitation } from '#lib/accounts/invited';
import type { Invited } from '#lib/accounts/links';
import { handOver } from '#lib/handovers/commands';
import { handoverOf } from '#lib/handovers/schema';
import { post } from '#lib/post';

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
