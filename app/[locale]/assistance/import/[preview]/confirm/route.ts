import { confirmActivities } from '#lib/assistance/imports/commands';
import { readImportConfirmation } from '#lib/assistance/activities/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: readImportConfirmation,
  command: confirmActivities,
  page: ({ locale, preview }) => `/${locale}/assistance/import/${preview}`,
  next: (counts, { locale }) =>
    `/${locale}/assistance/import?added=${counts.new}&changed=${counts.changed}&same=${counts.same}`,
});
