import { bySchema } from '#lib/http/form';
import { confirmMatch } from '#lib/assistance/matches/commands';
import { afterStep } from '#lib/assistance/matches/onward';
import { confirmationSchema } from '#lib/assistance/matches/schema';
import { post } from '#lib/http/post';

export const POST = post({
  input: bySchema(confirmationSchema),
  command: confirmMatch,
  page: ({ locale, id }) => `/${locale}/assistance/matches/${id}`,
  onward: afterStep('confirm'),
});
