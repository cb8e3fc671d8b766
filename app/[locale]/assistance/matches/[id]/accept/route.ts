import { bySchema } from '#lib/form';
import { acceptMatch } from '#lib/matches/commands';
import { afterStep } from '#lib/matches/onward';
import { confirmationSchema } from '#lib/matches/schema';
import { post } from '#lib/post';

export const POST = post({
  input: bySchema(confirmationSchema),
  command: acceptMatch,
  page: ({ locale, id }) => `/${locale}/assistance/matches/${id}`,
  onward: afterStep('accept'),
});
