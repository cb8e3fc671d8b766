import { bySchema } from '#lib/http/form';
import { answerDispute } from '#lib/assistance/matches/commands';
import { redirectAfterAction } from '#lib/assistance/matches/redirects';
import { matchActionSchema } from '#lib/assistance/matches/schema';
import { post } from '#lib/http/post';

export const POST = post({
  input: bySchema(matchActionSchema),
  command: answerDispute,
  page: ({ locale, id }) => `/${locale}/assistance/matches/${id}`,
  next: redirectAfterAction('answer'),
});
