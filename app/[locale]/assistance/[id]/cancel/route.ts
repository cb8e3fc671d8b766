import { cancelActivity } from '#lib/assistance/activities/commands';
import { readActivityCancellation } from '#lib/assistance/activities/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: readActivityCancellation,
  command: cancelActivity,
  page: ({ locale, id }) => `/${locale}/assistance/${id}`,
  next: ({ id }, { locale }) => `/${locale}/assistance/${id}?saved`,
});
