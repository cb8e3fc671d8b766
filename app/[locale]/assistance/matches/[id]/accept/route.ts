import { bySchema } from '#lib/http/form';
import { acceptMatch } from '#lib/assistance/matches/commands';
import { afterStep } from '#lib/assistance/matches/onward';
import { confirmationSchema } from '#lib/assistance/matches/schema';
import { post } from '#lib/http/post';

export const POST = post({
  input: bySchema(confirmationSchema),
  command: acceptMatch,
  page: ({ locale, id }) => `/${locale}/assistance/matches/${id}`,
  onward: afterStep('accept'),
});
