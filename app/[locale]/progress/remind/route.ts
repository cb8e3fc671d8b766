import { done } from '#lib/errors';
import { post } from '#lib/post';
import { remind } from '#lib/progress/commands';

export const POST = post({
  input: () => done(null),
  command: remind,
  page: ({ locale }) => `/${locale}/progress`,
  onward: ({ written }, { locale }) => `/${locale}/progress?written=${written}`,
});
