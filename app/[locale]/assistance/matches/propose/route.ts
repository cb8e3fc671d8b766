import { bySchema } from '#lib/http/form';
import { proposeMatch } from '#lib/assistance/matches/commands';
import { redirectAfterAction, proposalFormPage } from '#lib/assistance/matches/redirects';
import { matchProposalSchema } from '#lib/assistance/matches/schema';
import { post } from '#lib/http/post';

export const POST = post({
  input: bySchema(matchProposalSchema),
  command: proposeMatch,
  page: proposalFormPage,
  next: redirectAfterAction('propose'),
});
