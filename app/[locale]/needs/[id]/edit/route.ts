import { quoteAsked } from '#lib/needs/attachments/input';
import { textOf } from '#lib/http/form';
import { editNeed } from '#lib/needs/entry/commands';
import { rewritingOf } from '#lib/needs/entry/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: rewritingOf,
  command: editNeed,
  page: ({ locale, id }) => `/${locale}/needs/${id}/change`,
  onward: ({ id }, { locale }, form) =>
    textOf(form, 'then') === 'check'
      ? `/${locale}/needs/${id}/check`
      : `/${locale}/needs/${id}/change?done=draft${quoteAsked(form)}`,
});
