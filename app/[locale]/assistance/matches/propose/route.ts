import { bySchema } from '#lib/http/form';
import { proposeMatch } from '#lib/assistance/matches/commands';
import { afterStep, proposalPage } from '#lib/assistance/matches/onward';
import { proposalSchema } from '#lib/assistance/matches/schema';
import { post } from '#lib/http/post';

export const POST = post({
  input: bySchema(proposalSchema),
  command: proposeMatch,
  page: proposalPage,
  onward: afterStep('propose'),
});
