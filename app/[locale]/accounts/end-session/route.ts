import { expiredSessionCookie } from '#lib/sessions/auth';
import { endSession } from '#lib/sessions/session-commands';
import { done } from '#lib/base/errors';
import { post } from '#lib/http/post';

export const POST = post({
  isPublic: true,
  whileEnrolling: true,
  input: () => done(null),
  command: (actor) => endSession(actor),
  page: ({ locale }) => `/${locale}`,
  next: (_value, { locale }) => ({ location: `/${locale}`, cookies: [expiredSessionCookie()] }),
});
