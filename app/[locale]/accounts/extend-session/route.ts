import { done } from '#lib/base/errors';
import { post } from '#lib/http/post';
import { extendSession } from '#lib/sessions/session-commands';

/** Lets a session go on that would soon end because nothing was asked for. */
export const POST = post({
  input: () => done(null),
  command: (actor) => extendSession(actor),
  page: ({ locale }) => `/${locale}/accounts/me`,
  next: (_value, { locale }) => `/${locale}/accounts/me`,
});
