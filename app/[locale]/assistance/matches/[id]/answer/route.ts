import { bySchema } from '#lib/form';
import { answerDispute } from '#lib/matches/commands';
import { afterStep } from '#lib/matches/onward';
import { stepSchema } from '#lib/matches/schema';
import { post } from '#lib/post';

export const POST = post({
  input: bySchema(stepSchema),
  command: answerDispute,
  page: ({ locale, id }) => `/${locale}/assistance/matches/${id}`,
  onward: afterStep('answer'),
});
