import { quoteAsked } from '#lib/attachments/input';
import { textOf } from '#lib/form';
import { editNeed } from '#lib/needs/commands';
import { rewritingOf } from '#lib/needs/input';
import { post } from '#lib/post';

export const POST = post({
  input: rewritingOf,
  command: editNeed,
  page: ({ locale, id }) => `/${locale}/needs/${id}/change`,
  onward: ({ id }, { locale }, form) =>
    textOf(form, 'then') === 'check'
      ? `/${locale}/needs/${id}/check`
      : `/${locale}/needs/${id}/change?done=draft${quoteAsked(form)}`,
});
