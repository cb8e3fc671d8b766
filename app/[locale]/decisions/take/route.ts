import { takeBulkDecision } from '#lib/review/decisions/commands';
import { readBulkDecision } from '#lib/review/decisions/input';
import { decisionAddress } from '#lib/review/decisions/vocabulary';
import { textOf } from '#lib/http/form';
import { post } from '#lib/http/post';

export const POST = post({
  input: readBulkDecision,
  command: takeBulkDecision,
  page: ({ locale }, form) =>
    `/${locale}${decisionAddress(textOf(form, 'verb'), textOf(form, 'filter'))}`,
  next: ({ id }, { locale }) => `/${locale}/decisions/${id}?done=1`,
});
