import { autosaveNeed } from '#lib/needs/entry/autosave';
import { parseAutosave } from '#lib/needs/entry/input';
import { post } from '#lib/http/post';

/** Sent by the form while somebody types; without scripts nobody sends it. */
export const POST = post({
  input: parseAutosave,
  command: autosaveNeed,
  page: ({ locale, id }) => `/${locale}/needs/${id}/change`,
  // The mark leads to the choice between two texts; the time makes the browser load the page anew.
  next: ({ id, reviewId, entered, hasRivals }, { locale }) => {
    const page = entered ? `${id}/change?` : `new?review=${reviewId}&id=${id}&`;
    const choice = hasRivals ? `draft=${Date.now()}#draft-choice` : '';
    return `/${locale}/needs/${page}${choice}`;
  },
});
