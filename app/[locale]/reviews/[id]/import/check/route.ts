import { readImportFile } from '#lib/needs/imports/input';
import { previewFile } from '#lib/needs/imports/needs/previews';
import { post } from '#lib/http/post';

export const POST = post({
  hasFiles: true,
  input: readImportFile,
  command: previewFile,
  page: ({ locale, id }) => `/${locale}/reviews/${id}/import`,
  next: ({ id: preview }, { locale, id }) => `/${locale}/reviews/${id}/import/${preview}`,
});
