import { requestPassword } from '#lib/people/accounts/forgotten-password';
import { forgottenSchema } from '#lib/people/accounts/schema';
import { bySchema } from '#lib/http/form';
import { post } from '#lib/http/post';

export const POST = post({
  isPublic: true,
  limit: 'forgotten',
  input: bySchema<typeof forgottenSchema>(forgottenSchema),
  command: (actor, { email }, request) =>
    requestPassword(actor, { email, network: request.headers.get('x-register-network') ?? '' }),
  page: ({ locale }) => `/${locale}/accounts/forgotten-password`,
  next: (_value, { locale }) => `/${locale}/accounts/forgotten-password?done=sent`,
});
