import { bySchema } from '#lib/form';
import { reactivateAccount } from '#lib/colleagues/commands';
import { accountIdSchema } from '#lib/colleagues/schema';
import { post } from '#lib/post';

export const POST = post({
  input: bySchema(accountIdSchema),
  command: reactivateAccount,
  page: ({ locale }) => `/${locale}/accounts`,
  onward: (_value, { locale }) => `/${locale}/accounts`,
});
