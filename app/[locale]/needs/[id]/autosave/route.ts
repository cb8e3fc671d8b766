import { autosaveNeed } from '#lib/needs/entry/autosave';
import { autosavedOf } from '#lib/needs/entry/input';
import { post } from '#lib/http/post';

/** Sent by the form while somebody types; without scripts nobody sends it. */
export const POST = post({
  input: autosavedOf,
  command: autosaveNeed,
  page: ({ locale, id }) => `/${locale}/needs/${id}/change`,
  onward: (_value, { locale, id }) => `/${locale}/needs/${id}/change`,
});
