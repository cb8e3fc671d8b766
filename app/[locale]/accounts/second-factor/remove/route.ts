import { bySchema } from '#lib/http/form';
import { post } from '#lib/http/post';
import { removeSecondFactor } from '#lib/sessions/second-factor';
import { removeSchema } from '#lib/sessions/second-factor-schema';

export const POST = post({
  limit: 'password',
  input: bySchema(removeSchema),
  command: removeSecondFactor,
  page: ({ locale }) => `/${locale}/accounts/second-factor`,
  next: (_value, { locale }) => `/${locale}/accounts/me?done=factor`,
});
