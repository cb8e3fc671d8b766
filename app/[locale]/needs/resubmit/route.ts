import { submitNeeds } from '#lib/needs/entry/commands';
import { parseSelection } from '#lib/needs/entry/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: parseSelection,
  command: submitNeeds,
  page: ({ locale }) => `/${locale}/needs/returned`,
  next: (saved, { locale }) => `/${locale}/needs/returned?done=${saved.length}`,
});
