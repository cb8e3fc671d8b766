import { changeActivity } from '#lib/assistance/commands';
import { activityChange } from '#lib/assistance/input';
import { post } from '#lib/post';

export const POST = post({
  input: activityChange,
  command: changeActivity,
  page: ({ locale, id }) => `/${locale}/assistance/${id}/change`,
  onward: ({ id }, { locale }) => `/${locale}/assistance/${id}?saved`,
});
