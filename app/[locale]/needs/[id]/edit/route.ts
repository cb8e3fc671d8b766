import { quoteAddressPart } from '#lib/needs/attachments/input';
import { textOf } from '#lib/http/form';
import { editNeed } from '#lib/needs/entry/commands';
import { parseEdit } from '#lib/needs/entry/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: parseEdit,
  command: editNeed,
  page: ({ locale, id }) => `/${locale}/needs/${id}/change`,
  next: ({ id }, { locale }, form) =>
    textOf(form, 'then') === 'check'
      ? `/${locale}/needs/${id}/check`
      : `/${locale}/needs/${id}/change?done=draft${quoteAddressPart(form)}`,
});
