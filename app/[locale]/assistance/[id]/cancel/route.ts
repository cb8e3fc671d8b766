import { cancelActivity } from '#lib/assistance/commands';
import { activityCancel } from '#lib/assistance/input';
import { post } from '#lib/post';

export const POST = post({
  input: activityCancel,
  command: cancelActivity,
  page: ({ locale, id }) => `/${locale}/assistance/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/assistance/${id}?saved`,
});
