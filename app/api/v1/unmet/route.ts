import { unmetApiResult } from '#lib/assistance/matches/unmet-queries';
import { describeFault } from '#lib/counting/filter/parameter-faults';
import { jsonResponse } from '#lib/http/json-response';

/**
 * What is unmet, planned, being met and met, as JSON: the public's numbers, or by session those of
 * the reader's scope.
 */
export const GET = jsonResponse({
  find: unmetApiResult,
  faultToJson: describeFault,
});
