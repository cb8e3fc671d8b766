import { bySchema } from '#lib/http/form';
import { deactivateAccount } from '#lib/people/colleagues/commands';
import { accountIdSchema } from '#lib/people/colleagues/schema';
import { post } from '#lib/http/post';

export const POST = post({
  input: bySchema(accountIdSchema),
  command: deactivateAccount,
  page: ({ locale }) => `/${locale}/accounts`,
  next: (_value, { locale }) => `/${locale}/accounts`,
});
