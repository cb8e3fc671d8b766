import { done } from '#lib/base/errors';
import { post } from '#lib/http/post';
import { markLooked } from '#lib/review/queue/commands';

export const POST = post({
  input: () => done(null),
  command: markLooked,
  page: ({ locale }) => `/${locale}/needs`,
  onward: (_done, { locale }) => `/${locale}/needs`,
});
