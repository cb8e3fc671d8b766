import 'server-only';
import type { Answer } from '#lib/api/model/operation';
import type { Actor } from '#lib/base/actor';
import { done, type Outcome } from '#lib/base/errors';
import { toldRevision, type Edition } from '#lib/notes/model/edition';
import { editionById } from '#lib/notes/store/queries';

/** An edition of the note as a program gets it. */
export const toEdition = (edition: Edition) => ({
  id: edition.id,
  status: edition.status,
  audience: edition.audience,
  symbol: edition.symbol,
  title: edition.title,
  session: edition.session,
  cycle: edition.cycle,
  chapters: edition.chapters,
  cutoff: edition.cutoff,
  languages: edition.languages,
  version: edition.version,
  revision: toldRevision(edition),
  publishedAt: edition.publishedAt,
});

/** An edition as it stands now. */
export async function edition(actor: Actor, noteId: string): Promise<Outcome<Answer>> {
  const found = await editionById(actor, noteId);
  if (!found.ok) return found;
  const { edition: shown } = found.value;
  return done({ body: toEdition(shown), version: shown.version });
}
