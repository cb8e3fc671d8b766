import { confirmationInput } from '#lib/needs/imports/input';
import { confirmPreview } from '#lib/needs/imports/previews';
import { post } from '#lib/http/post';

export const POST = post({
  input: confirmationInput,
  command: confirmPreview,
  page: ({ locale, id, preview }) => `/${locale}/reviews/${id}/import/${preview}`,
  onward: (counts, { locale, id }) =>
    `/${locale}/reviews/${id}/import?added=${counts.new}&changed=${counts.changed}&same=${counts.same}`,
});
