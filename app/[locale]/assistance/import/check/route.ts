import { previewActivities } from '#lib/assistance/imports/commands';
import { previewInput } from '#lib/assistance/activities/input';
import { post } from '#lib/http/post';

export const POST = post({
  files: true,
  input: previewInput,
  command: previewActivities,
  page: ({ locale }) => `/${locale}/assistance/import`,
  onward: ({ id }, { locale }) => `/${locale}/assistance/import/${id}`,
});
