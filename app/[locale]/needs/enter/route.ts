import { quoteAsked } from '#lib/attachments/input';
import { textOf } from '#lib/form';
import { enterNeed } from '#lib/needs/commands';
import { entryOf } from '#lib/needs/input';
import { post } from '#lib/post';

export const POST = post({
  input: entryOf,
  command: enterNeed,
  page: ({ locale }, form) =>
    `/${locale}/needs/new?review=${encodeURIComponent(textOf(form, 'review'))}`,
  onward: ({ id }, { locale }, form) =>
    textOf(form, 'then') === 'check'
      ? `/${locale}/needs/${id}/check`
      : `/${locale}/needs/${id}/change?done=draft${quoteAsked(form)}`,
});
