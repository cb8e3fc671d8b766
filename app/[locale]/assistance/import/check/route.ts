import { done, forbidden } from '#lib/base/errors';
import { mayEnterActivities } from '#lib/assistance/activities/scope';
import { previewActivities } from '#lib/assistance/imports/commands';
import { readImportFile } from '#lib/assistance/activities/input';
import { post } from '#lib/http/post';

export const POST = post({
  mayUpload: (actor) => (mayEnterActivities(actor) ? done(true) : forbidden('role')),
  input: readImportFile,
  command: previewActivities,
  page: ({ locale }) => `/${locale}/assistance/import`,
  next: ({ id }, { locale }) => `/${locale}/assistance/import/${id}`,
});
