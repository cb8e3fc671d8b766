import { saidFault } from '#lib/counting/summaries/faults';
import { summaryDocument } from '#lib/counting/summaries/queries';
import { jsonAnswer } from '#lib/http/json-answer';

/**
 * The summary as JSON (docs/counting.md): the public's numbers, or by session those of the reader's
 * scope.
 */
export const GET = jsonAnswer({
  find: summaryDocument,
  sayFault: saidFault,
  closed: 'The summaries of this register are open only to those who have signed in.',
});
