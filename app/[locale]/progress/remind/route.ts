import { done } from '#lib/base/errors';
import { post } from '#lib/http/post';
import { sendReminders } from '#lib/review/progress/commands';

export const POST = post({
  input: () => done(null),
  command: sendReminders,
  page: ({ locale }) => `/${locale}/progress`,
  next: ({ written }, { locale }) => `/${locale}/progress?written=${written}`,
});
