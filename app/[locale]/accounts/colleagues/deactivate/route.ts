import { bySchema } from '#lib/form';
import { deactivateContributor } from '#lib/colleagues/commands';
import { accountIdSchema } from '#lib/colleagues/schema';
import { post } from '#lib/post';

export const POST = post({
  input: bySchema(accountIdSchema),
  command: deactivateContributor,
  page: ({ locale }) => `/${locale}/accounts/colleagues`,
  onward: (_value, { locale }) => `/${locale}/accounts/colleagues?done=deactivated`,
});
