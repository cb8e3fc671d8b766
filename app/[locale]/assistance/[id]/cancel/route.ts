import { cancelActivity } from '#lib/assistance/activities/commands';
import { activityCancel } from '#lib/assistance/activities/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: activityCancel,
  command: cancelActivity,
  page: ({ locale, id }) => `/${locale}/assistance/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/assistance/${id}?saved`,
});
