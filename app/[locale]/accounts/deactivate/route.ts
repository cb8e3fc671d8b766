import { bySchema } from '#lib/form';
import { deactivateAccount } from '#lib/colleagues/commands';
import { accountIdSchema } from '#lib/colleagues/schema';
import { post } from '#lib/post';

export const POST = post({
  input: bySchema(accountIdSchema),
  command: deactivateAccount,
  page: ({ locale }) => `/${locale}/accounts`,
  onward: (_value, { locale }) => `/${locale}/accounts`,
});
