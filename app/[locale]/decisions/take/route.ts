import { takeBulkDecision } from '#lib/review/decisions/commands';
import { readBulkDecision } from '#lib/review/decisions/input';
import { textOf } from '#lib/http/form';
import { post } from '#lib/http/post';

export const POST = post({
  input: readBulkDecision,
  command: takeBulkDecision,
  page: ({ locale }, form) =>
    `/${locale}/decisions/new?${new URLSearchParams([['verb', textOf(form, 'verb')], ...new URLSearchParams(textOf(form, 'filter').slice(0, 2000))])}`,
  next: ({ id }, { locale }) => `/${locale}/decisions/${id}?done=1`,
});
