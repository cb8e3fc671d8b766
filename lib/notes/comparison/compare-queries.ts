import 'server-only';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { done, type Outcome } from '#lib/base/errors';
import type { EditionSnapshot } from '#lib/notes/assembly/assemble-note';
import { compareSnapshots } from '#lib/notes/comparison/compare-snapshots';
import type { Edition } from '#lib/notes/model/edition';
import { blocksOfEdition, editionById, type EditionView } from '#lib/notes/store/queries';
import { withRegisterSnapshot } from '#lib/notes/assembly/register-snapshot';
import { currentRevision } from '#lib/counting/facts/load';

/**
 * Returns the snapshot of an edition at a fixed revision, for a draft the present one, so that it
 * stays valid while another edition is read.
 */
async function snapshotAtRevision(
  actor: Actor,
  { edition }: EditionView,
): Promise<EditionSnapshot> {
  const revision = edition.revision ?? (await currentRevision());
  const blocks = await blocksOfEdition(actor, edition.id, edition.revision);
  return withRegisterSnapshot(actor, edition, revision, (register) => ({
    edition,
    blocks,
    ...register,
  }));
}

export type EditionComparison = Readonly<{
  first: Edition;
  second: Edition;
  /** The revision of each snapshot. */
  revisions: readonly [number, number];
}> &
  ReturnType<typeof compareSnapshots>;

/** Compares an edition with an earlier one that the actor may see as well. */
export async function compareEditions(
  actor: Actor,
  later: EditionView,
  earlierId: string,
  locale: Locale,
): Promise<Outcome<EditionComparison>> {
  const earlier = await editionById(actor, earlierId);
  if (!earlier.ok) return earlier;
  const first = await snapshotAtRevision(actor, earlier.value);
  const second = await snapshotAtRevision(actor, later);
  return done({
    first: first.edition,
    second: second.edition,
    revisions: [first.revision, second.revision],
    ...compareSnapshots(first, second, locale),
  });
}
