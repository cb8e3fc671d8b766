import { respondToApi } from '#lib/api/respond';

/** Everything below /api/v1 that has no file of its own, by the table in lib/api. */
export { respondToApi as GET, respondToApi as POST, respondToApi as PATCH };
