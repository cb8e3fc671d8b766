import { endedCookie } from '#lib/auth';
import { endSession } from '#lib/accounts/commands';
import { done } from '#lib/errors';
import { post } from '#lib/post';

export const POST = post({
  open: true,
  input: () => done(null),
  command: (actor) => endSession(actor),
  page: ({ locale }) => `/${locale}`,
  onward: (_value, { locale }) => ({ location: `/${locale}`, cookies: [endedCookie()] }),
});
