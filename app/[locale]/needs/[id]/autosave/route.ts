import { autosaveNeed } from '#lib/needs/entry/autosave';
import { parseAutosave } from '#lib/needs/entry/input';
import { post } from '#lib/http/post';

/** Sent by the form while somebody types; without scripts nobody sends it. */
export const POST = post({
  input: parseAutosave,
  command: autosaveNeed,
  page: ({ locale, id }) => `/${locale}/needs/${id}/change`,
  next: (_value, { locale, id }) => `/${locale}/needs/${id}/change`,
});
