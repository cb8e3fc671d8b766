import { changeHub } from '#lib/assistance/activities/hub-commands';
import { hubChange } from '#lib/assistance/hubs/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: hubChange,
  command: changeHub,
  page: ({ locale, id }) => `/${locale}/assistance/hubs/${id}/change`,
  onward: ({ id }, { locale }) => `/${locale}/assistance/hubs/${id}?saved`,
});
