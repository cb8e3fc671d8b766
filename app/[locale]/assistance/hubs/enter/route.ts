import { enterHub } from '#lib/assistance/hub-commands';
import { hubEntry } from '#lib/assistance/input';
import { post } from '#lib/post';

export const POST = post({
  input: hubEntry,
  command: enterHub,
  page: ({ locale }) => `/${locale}/assistance/hubs/new`,
  onward: ({ id }, { locale }) => `/${locale}/assistance/hubs/${id}?saved`,
});
