import { confirmActivities } from '#lib/assistance/import-commands';
import { confirmationInput } from '#lib/assistance/input';
import { post } from '#lib/post';

export const POST = post({
  input: confirmationInput,
  command: confirmActivities,
  page: ({ locale, preview }) => `/${locale}/assistance/import/${preview}`,
  onward: (counts, { locale }) =>
    `/${locale}/assistance/import?added=${counts.new}&changed=${counts.changed}&same=${counts.same}`,
});
