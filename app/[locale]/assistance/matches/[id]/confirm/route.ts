import { bySchema } from '#lib/http/form';
import { confirmMatch } from '#lib/assistance/matches/commands';
import { redirectAfterAction } from '#lib/assistance/matches/redirects';
import { matchConfirmationSchema } from '#lib/assistance/matches/schema';
import { post } from '#lib/http/post';

export const POST = post({
  input: bySchema(matchConfirmationSchema),
  command: confirmMatch,
  page: ({ locale, id }) => `/${locale}/assistance/matches/${id}`,
  next: redirectAfterAction('confirm'),
});
