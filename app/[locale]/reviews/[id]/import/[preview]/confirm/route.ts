import { readImportConfirmation } from '#lib/needs/imports/input';
import { confirmPreview } from '#lib/needs/imports/needs/previews';
import { post } from '#lib/http/post';

export const POST = post({
  input: readImportConfirmation,
  command: confirmPreview,
  page: ({ locale, id, preview }) => `/${locale}/reviews/${id}/import/${preview}`,
  next: (counts, { locale, id }) =>
    `/${locale}/reviews/${id}/import?added=${counts.new}&changed=${counts.changed}&same=${counts.same}`,
});
