import { bySchema } from '#lib/http/form';
import { rejectMatch } from '#lib/assistance/matches/commands';
import { afterStep } from '#lib/assistance/matches/onward';
import { stepSchema } from '#lib/assistance/matches/schema';
import { post } from '#lib/http/post';

export const POST = post({
  input: bySchema(stepSchema),
  command: rejectMatch,
  page: ({ locale, id }) => `/${locale}/assistance/matches/${id}`,
  onward: afterStep('reject'),
});
