import { submitNeeds } from '#lib/needs/commands';
import { severalOf } from '#lib/needs/input';
import { post } from '#lib/post';

export const POST = post({
  input: severalOf,
  command: submitNeeds,
  page: ({ locale }) => `/${locale}/needs/returned`,
  onward: (saved, { locale }) => `/${locale}/needs/returned?done=${saved.length}`,
});
