import { previewInput } from '#lib/needs/imports/input';
import { previewFile } from '#lib/needs/imports/previews';
import { post } from '#lib/http/post';

export const POST = post({
  files: true,
  input: previewInput,
  command: previewFile,
  page: ({ locale, id }) => `/${locale}/reviews/${id}/import`,
  onward: ({ id: preview }, { locale, id }) => `/${locale}/reviews/${id}/import/${preview}`,
});
