import { previewInput } from '#lib/imports/input';
import { previewFile } from '#lib/imports/previews';
import { post } from '#lib/post';

export const POST = post({
  files: true,
  input: previewInput,
  command: previewFile,
  page: ({ locale, id }) => `/${locale}/reviews/${id}/import`,
  onward: ({ id: preview }, { locale, id }) => `/${locale}/reviews/${id}/import/${preview}`,
});
