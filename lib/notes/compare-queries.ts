import 'server-only';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { done, type Outcome } from '#lib/base/errors';
import type { Material } from '#lib/notes/assemble';
import { comparedEditions } from '#lib/notes/compared';
import type { Edition } from '#lib/notes/edition';
import { blocksOf, editionById, type EditionSeen } from '#lib/notes/queries';
import { readRegister } from '#lib/notes/reading';
import { currentRevision } from '#lib/counting/summaries/load';

/**
 * An edition that can be kept while another is read: a draft is read at the present revision by its
 * number.
 */
async function lasting(actor: Actor, { edition }: EditionSeen): Promise<Material> {
  const revision = edition.revision ?? (await currentRevision());
  const blocks = await blocksOf(actor, edition.id, edition.revision);
  return readRegister(actor, edition, revision, (register) => ({ edition, blocks, ...register }));
}

export type EditionsCompared = Readonly<{
  first: Edition;
  second: Edition;
  /** At which revision each was read. */ revisions: readonly [number, number];
}> &
  ReturnType<typeof comparedEditions>;

/** An edition against another that the actor may see as well. */
export async function compareEditions(
  actor: Actor,
  later: EditionSeen,
  earlierId: string,
  locale: Locale,
): Promise<Outcome<EditionsCompared>> {
  const earlier = await editionById(actor, earlierId);
  if (!earlier.ok) return earlier;
  const first = await lasting(actor, earlier.value);
  const second = await lasting(actor, later);
  return done({
    first: first.edition,
    second: second.edition,
    revisions: [first.revision, second.revision],
    ...comparedEditions(first, second, locale),
  });
}
