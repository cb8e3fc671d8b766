import { done } from '#lib/base/errors';
import { post } from '#lib/http/post';
import { markQueueSeen } from '#lib/review/queue/commands';

export const POST = post({
  input: () => done(null),
  command: markQueueSeen,
  page: ({ locale }) => `/${locale}/needs`,
  next: (_done, { locale }) => `/${locale}/needs`,
});
