import { discardAutosave } from '#lib/needs/entry/autosave';
import { idOf } from '#lib/needs/entry/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: idOf,
  command: discardAutosave,
  page: ({ locale, id }) => `/${locale}/needs/${id}/change`,
  onward: (_value, { locale, id }, form) =>
    form.entered ? `/${locale}/needs/${id}/change` : `/${locale}/needs`,
});
