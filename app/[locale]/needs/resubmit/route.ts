import { submitNeeds } from '#lib/needs/entry/commands';
import { severalOf } from '#lib/needs/entry/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: severalOf,
  command: submitNeeds,
  page: ({ locale }) => `/${locale}/needs/returned`,
  onward: (saved, { locale }) => `/${locale}/needs/returned?done=${saved.length}`,
});
