import { acceptInvitation } from '#lib/people/accounts/commands';
import { acceptanceSchema } from '#lib/people/accounts/schema';
import { done } from '#lib/base/errors';
import { deviceCookie, deviceOfRequest } from '#lib/sessions/known-device';
import { bySchema } from '#lib/http/form';
import { post } from '#lib/http/post';

export const POST = post({
  isPublic: true,
  limit: 'invitation',
  input: bySchema<typeof acceptanceSchema>(acceptanceSchema),
  command: async (actor, input, request) => {
    const accepted = await acceptInvitation(actor, input);
    if (!accepted.ok) return accepted;
    const { accountId } = accepted.value;
    return done({ cookie: await deviceCookie(accountId, await deviceOfRequest(request)) });
  },
  page: ({ locale, token = '' }) => `/${locale}/accounts/invitations/${encodeURIComponent(token)}`,
  next: ({ cookie }, { locale }) => ({
    location: `/${locale}/accounts/sign-in?done=password`,
    cookies: [cookie],
  }),
});
