import { changePassword } from '#lib/people/accounts/commands';
import { passwordSchema } from '#lib/people/accounts/schema';
import { bySchema } from '#lib/http/form';
import { post } from '#lib/http/post';

export const POST = post({
  limit: 'password',
  input: bySchema(passwordSchema),
  command: changePassword,
  page: ({ locale }) => `/${locale}/accounts/me`,
  next: (_value, { locale }) => `/${locale}/accounts/me?done=password`,
});
