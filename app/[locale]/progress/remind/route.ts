import { done } from '#lib/base/errors';
import { post } from '#lib/http/post';
import { remind } from '#lib/review/progress/commands';

export const POST = post({
  input: () => done(null),
  command: remind,
  page: ({ locale }) => `/${locale}/progress`,
  onward: ({ written }, { locale }) => `/${locale}/progress?written=${written}`,
});
