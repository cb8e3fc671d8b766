import { bySchema } from '#lib/http/form';
import { post } from '#lib/http/post';
import { endOwnSession } from '#lib/sessions/session-commands';
import { endSessionSchema } from '#lib/sessions/session-schema';

export const POST = post({
  input: bySchema(endSessionSchema),
  command: endOwnSession,
  page: ({ locale }) => `/${locale}/accounts/me`,
  next: (_value, { locale }) => `/${locale}/accounts/me?done=session`,
});
