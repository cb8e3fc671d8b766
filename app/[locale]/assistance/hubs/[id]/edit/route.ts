import { changeHub } from '#lib/assistance/hubs/commands';
import { readHubChange } from '#lib/assistance/hubs/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: readHubChange,
  command: changeHub,
  page: ({ locale, id }) => `/${locale}/assistance/hubs/${id}/change`,
  next: ({ id }, { locale }) => `/${locale}/assistance/hubs/${id}?saved`,
});
