import { submitNeeds } from '#lib/needs/entry/commands';
import { parseSelection } from '#lib/needs/entry/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: parseSelection,
  command: submitNeeds,
  page: ({ locale, id }) => `/${locale}/reviews/${id}`,
  next: (saved, { locale, id }) => `/${locale}/reviews/${id}?submitted=${saved.length}#desk`,
});
