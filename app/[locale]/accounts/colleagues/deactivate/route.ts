import { bySchema } from '#lib/http/form';
import { deactivateContributor } from '#lib/people/colleagues/commands';
import { accountIdSchema } from '#lib/people/colleagues/schema';
import { post } from '#lib/http/post';

export const POST = post({
  input: bySchema(accountIdSchema),
  command: deactivateContributor,
  page: ({ locale }) => `/${locale}/accounts/colleagues`,
  next: (_value, { locale }) => `/${locale}/accounts/colleagues?done=deactivated`,
});
