import { confirmActivities } from '#lib/assistance/imports/commands';
import { confirmationInput } from '#lib/assistance/activities/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: confirmationInput,
  command: confirmActivities,
  page: ({ locale, preview }) => `/${locale}/assistance/import/${preview}`,
  onward: (counts, { locale }) =>
    `/${locale}/assistance/import?added=${counts.new}&changed=${counts.changed}&same=${counts.same}`,
});
