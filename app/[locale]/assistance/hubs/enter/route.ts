import { enterHub } from '#lib/assistance/hubs/commands';
import { readNewHub } from '#lib/assistance/hubs/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: readNewHub,
  command: enterHub,
  page: ({ locale }) => `/${locale}/assistance/hubs/new`,
  next: ({ id }, { locale }) => `/${locale}/assistance/hubs/${id}?saved`,
});
