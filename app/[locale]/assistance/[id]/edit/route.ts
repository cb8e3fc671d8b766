import { changeActivity } from '#lib/assistance/activities/commands';
import { readActivityChange } from '#lib/assistance/activities/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: readActivityChange,
  command: changeActivity,
  page: ({ locale, id }) => `/${locale}/assistance/${id}/change`,
  next: ({ id }, { locale }) => `/${locale}/assistance/${id}?saved`,
});
