import { acceptInvitation } from '#lib/accounts/commands';
import { acceptanceSchema } from '#lib/accounts/schema';
import { bySchema } from '#lib/form';
import { post } from '#lib/post';

export const POST = post({
  open: true,
  input: bySchema(acceptanceSchema),
  command: acceptInvitation,
  page: ({ locale, token = '' }) => `/${locale}/accounts/invitations/${encodeURIComponent(token)}`,
  onward: (_value, { locale }) => `/${locale}/accounts/sign-in?done=password`,
});
