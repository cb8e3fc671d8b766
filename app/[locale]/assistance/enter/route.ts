import { enterActivity } from '#lib/assistance/activities/commands';
import { readNewActivity } from '#lib/assistance/activities/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: readNewActivity,
  command: enterActivity,
  page: ({ locale }) => `/${locale}/assistance/new`,
  next: ({ id }, { locale }) => `/${locale}/assistance/${id}?saved`,
});
