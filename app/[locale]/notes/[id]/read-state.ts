import 'server-only';
import type { Actor } from '#lib/base/actor';
import { readBlocks } from '#lib/notes/assemble';
import { editionChecks } from '#lib/notes/check-queries';
import { markOf } from '#lib/notes/finish';
import type { EditionSeen } from '#lib/notes/queries';
import type { Translate } from '#lib/text/i18n';
import { blockName } from './block-name';

/** Reads how far an edition is: its checks, its changed blocks, and the checksum that it has now. */
export const readState = (actor: Actor, found: EditionSeen, t: Translate) =>
  editionChecks(actor, found, ({ checks, moved }, material) => {
    const { read } = readBlocks(material, found.edition.sourceLocale, t);
    return {
      must: checks.filter(({ must }) => must).length,
      moved: moved.length,
      held: checks.filter(({ kind }) => kind === 'held').length,
      typed: checks.filter(({ kind }) => kind === 'by-hand').length,
      checksum: markOf(material),
      names: new Map(
        read.map(({ block: { key, kind }, number }) => [key, blockName(t, kind, number)]),
      ),
    };
  });
