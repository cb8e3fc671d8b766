import { discardAutosave } from '#lib/needs/entry/autosave';
import { parseId } from '#lib/needs/entry/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: parseId,
  command: discardAutosave,
  page: ({ locale, id }) => `/${locale}/needs/${id}/change`,
  next: (_value, { locale, id }, form) =>
    form.entered ? `/${locale}/needs/${id}/change` : `/${locale}/needs`,
});
