import { bySchema } from '#lib/form';
import { proposeMatch } from '#lib/matches/commands';
import { afterStep, proposalPage } from '#lib/matches/onward';
import { proposalSchema } from '#lib/matches/schema';
import { post } from '#lib/post';

export const POST = post({
  input: bySchema(proposalSchema),
  command: proposeMatch,
  page: proposalPage,
  onward: afterStep('propose'),
});
