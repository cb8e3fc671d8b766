import { assistanceDocument, saidFault } from '#lib/assistance/activities/api';
import { jsonAnswer } from '#lib/http/json-answer';

/** Activities as JSON: what is open to all, or by session what the reader sees. */
export const GET = jsonAnswer({
  find: assistanceDocument,
  sayFault: saidFault,
  closed: 'The assistance of this register is open only to those who have signed in.',
});
