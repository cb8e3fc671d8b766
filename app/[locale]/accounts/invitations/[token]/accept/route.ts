import { acceptInvitation } from '#lib/people/accounts/commands';
import { acceptanceSchema } from '#lib/people/accounts/schema';
import { bySchema } from '#lib/http/form';
import { post } from '#lib/http/post';

export const POST = post({
  isPublic: true,
  input: bySchema(acceptanceSchema),
  command: acceptInvitation,
  page: ({ locale, token = '' }) => `/${locale}/accounts/invitations/${encodeURIComponent(token)}`,
  next: (_value, { locale }) => `/${locale}/accounts/sign-in?done=password`,
});
