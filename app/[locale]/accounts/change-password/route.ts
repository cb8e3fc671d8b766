import { changePassword } from '#lib/accounts/commands';
import { passwordSchema } from '#lib/accounts/schema';
import { bySchema } from '#lib/form';
import { post } from '#lib/post';

export const POST = post({
  input: bySchema(passwordSchema),
  command: changePassword,
  page: ({ locale }) => `/${locale}/accounts/me`,
  onward: (_value, { locale }) => `/${locale}/accounts/me?done=password`,
});
