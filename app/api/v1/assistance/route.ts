import { activityListApiResult, describeFault } from '#lib/assistance/activities/api';
import { jsonResponse } from '#lib/http/json-response';

/** Activities as JSON: what is open to all, or by session what the reader sees. */
export const GET = jsonResponse({
  find: activityListApiResult,
  faultToJson: describeFault,
});
