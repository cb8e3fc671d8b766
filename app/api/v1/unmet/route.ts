import { unmetDocument } from '#lib/assistance/matches/unmet-queries';
import { saidFault } from '#lib/counting/summaries/faults';
import { jsonAnswer } from '#lib/http/json-answer';

/**
 * What is unmet, planned, being met and met, as JSON: the public's numbers, or by session those of
 * the reader's scope.
 */
export const GET = jsonAnswer({
  find: unmetDocument,
  sayFault: saidFault,
  closed: 'The summaries of this register are open only to those who have signed in.',
});
