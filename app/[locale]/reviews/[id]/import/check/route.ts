import { readImportFile } from '#lib/needs/imports/input';
import { previewFile, reviewToImportInto } from '#lib/needs/imports/needs/previews';
import { post } from '#lib/http/post';

export const POST = post({
  mayUpload: (actor, { id = '' }) => reviewToImportInto(actor, id),
  input: readImportFile,
  command: previewFile,
  page: ({ locale, id }) => `/${locale}/reviews/${id}/import`,
  next: ({ id: preview }, { locale, id }) => `/${locale}/reviews/${id}/import/${preview}`,
});
