import { enterActivity } from '#lib/assistance/commands';
import { activityEntry } from '#lib/assistance/input';
import { post } from '#lib/post';

export const POST = post({
  input: activityEntry,
  command: enterActivity,
  page: ({ locale }) => `/${locale}/assistance/new`,
  onward: ({ id }, { locale }) => `/${locale}/assistance/${id}?saved`,
});
