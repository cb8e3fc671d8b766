import { changeActivity } from '#lib/assistance/activities/commands';
import { activityChange } from '#lib/assistance/activities/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: activityChange,
  command: changeActivity,
  page: ({ locale, id }) => `/${locale}/assistance/${id}/change`,
  onward: ({ id }, { locale }) => `/${locale}/assistance/${id}?saved`,
});
