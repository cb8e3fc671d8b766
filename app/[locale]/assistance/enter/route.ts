import { enterActivity } from '#lib/assistance/activities/commands';
import { activityEntry } from '#lib/assistance/activities/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: activityEntry,
  command: enterActivity,
  page: ({ locale }) => `/${locale}/assistance/new`,
  onward: ({ id }, { locale }) => `/${locale}/assistance/${id}?saved`,
});
