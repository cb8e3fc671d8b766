import { done } from '#lib/base/errors';
import { post } from '#lib/http/post';
import { endOtherSessions } from '#lib/sessions/session-commands';

export const POST = post({
  input: () => done(null),
  command: (actor) => endOtherSessions(actor),
  page: ({ locale }) => `/${locale}/accounts/me`,
  next: (_value, { locale }) => `/${locale}/accounts/me?done=session`,
});
