import { previewActivities } from '#lib/assistance/imports/commands';
import { readImportFile } from '#lib/assistance/activities/input';
import { post } from '#lib/http/post';

export const POST = post({
  hasFiles: true,
  input: readImportFile,
  command: previewActivities,
  page: ({ locale }) => `/${locale}/assistance/import`,
  next: ({ id }, { locale }) => `/${locale}/assistance/import/${id}`,
});
