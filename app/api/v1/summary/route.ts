import { describeFault } from '#lib/counting/filter/parameter-faults';
import { summaryDocument } from '#lib/counting/summaries/queries';
import { jsonResponse } from '#lib/http/json-response';

/**
 * The summary as JSON (docs/counting.md): the public's numbers, or by session those of the reader's
 * scope.
 */
export const GET = jsonResponse({
  find: summaryDocument,
  faultToJson: describeFault,
});
