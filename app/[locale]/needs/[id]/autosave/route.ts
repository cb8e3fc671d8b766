import { autosaveNeed } from '#lib/needs/entry/autosave';
import { parseAutosave } from '#lib/needs/entry/input';
import { post } from '#lib/http/post';

/** Sent by the form while somebody types; without scripts nobody sends it. */
export const POST = post({
  input: parseAutosave,
  command: autosaveNeed,
  page: ({ locale, id }) => `/${locale}/needs/${id}/change`,
  next: ({ id, reviewId, entered, hasRivals }, { locale }) =>
    (entered
      ? `/${locale}/needs/${id}/change`
      : `/${locale}/needs/new?review=${reviewId}&id=${id}`) + (hasRivals ? '#draft-choice' : ''),
});
