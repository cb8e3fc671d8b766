import { withdrawOrDiscard } from '#lib/needs/entry/discard';
import { parseDecision } from '#lib/needs/entry/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: parseDecision,
  command: withdrawOrDiscard,
  page: ({ locale, id }) => `/${locale}/needs/${id}`,
  next: ({ id, isVisible }, { locale }) =>
    isVisible ? `/${locale}/needs/${id}?done=withdraw` : `/${locale}/needs`,
});
