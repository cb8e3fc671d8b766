import { resetSchema } from '#lib/people/accounts/schema';
import { bySchema } from '#lib/http/form';
import { post } from '#lib/http/post';
import { resetSecondFactor } from '#lib/sessions/second-factor';

export const POST = post({
  input: bySchema(resetSchema),
  command: resetSecondFactor,
  page: ({ locale }) => `/${locale}/accounts`,
  next: (_value, { locale }) => `/${locale}/accounts`,
});
