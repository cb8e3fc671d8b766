import { done } from '#lib/errors';
import { post } from '#lib/post';
import { markLooked } from '#lib/queue/commands';

export const POST = post({
  input: () => done(null),
  command: markLooked,
  page: ({ locale }) => `/${locale}/needs`,
  onward: (_done, { locale }) => `/${locale}/needs`,
});
