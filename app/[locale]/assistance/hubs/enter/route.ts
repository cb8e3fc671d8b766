import { enterHub } from '#lib/assistance/activities/hub-commands';
import { hubEntry } from '#lib/assistance/hubs/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: hubEntry,
  command: enterHub,
  page: ({ locale }) => `/${locale}/assistance/hubs/new`,
  onward: ({ id }, { locale }) => `/${locale}/assistance/hubs/${id}?saved`,
});
