import { changeHub } from '#lib/assistance/hub-commands';
import { hubChange } from '#lib/assistance/input';
import { post } from '#lib/post';

export const POST = post({
  input: hubChange,
  command: changeHub,
  page: ({ locale, id }) => `/${locale}/assistance/hubs/${id}/change`,
  onward: ({ id }, { locale }) => `/${locale}/assistance/hubs/${id}?saved`,
});
