import { previewActivities } from '#lib/assistance/import-commands';
import { previewInput } from '#lib/assistance/input';
import { post } from '#lib/post';

export const POST = post({
  files: true,
  input: previewInput,
  command: previewActivities,
  page: ({ locale }) => `/${locale}/assistance/import`,
  onward: ({ id }, { locale }) => `/${locale}/assistance/import/${id}`,
});
