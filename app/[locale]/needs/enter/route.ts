import { quoteAddressPart } from '#lib/needs/attachments/input';
import { textOf } from '#lib/http/form';
import { enterNeed } from '#lib/needs/entry/commands';
import { parseEntry } from '#lib/needs/entry/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: parseEntry,
  command: enterNeed,
  page: ({ locale }, form) =>
    `/${locale}/needs/new?review=${encodeURIComponent(textOf(form, 'review'))}`,
  next: ({ id }, { locale }, form) =>
    textOf(form, 'then') === 'check'
      ? `/${locale}/needs/${id}/check`
      : `/${locale}/needs/${id}/change?done=draft${quoteAddressPart(form)}`,
});
