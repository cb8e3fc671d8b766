import 'server-only';
import type { Actor } from '#lib/base/actor';
import { renderBlocks } from '#lib/notes/assembly/assemble-note';
import { withEditionChecks } from '#lib/notes/checks/check-queries';
import { knownDraftChecksum } from '#lib/notes/assembly/finished-note';
import type { EditionView } from '#lib/notes/store/queries';
import type { Translate } from '#lib/text/i18n';
import { blockName } from './block-name';

/** Reads how far an edition is: its checks, its changed blocks, and the checksum that it has now. */
export const readState = (actor: Actor, found: EditionView, t: Translate) =>
  withEditionChecks(actor, found, ({ checks, moved }, material) => {
    const { blocks: read } = renderBlocks(material, found.edition.sourceLocale, t);
    return {
      must: checks.filter(({ blocking: must }) => must).length,
      moved: moved.length,
      held: checks.filter(({ kind }) => kind === 'held').length,
      unpublished: checks.some(({ kind }) => kind.startsWith('unpublished')),
      typed: checks.filter(({ kind }) => kind === 'by-hand').length,
      checksum: knownDraftChecksum(material),
      names: new Map(
        read.map(({ block: { key, kind }, number }) => [key, blockName(t, kind, number)]),
      ),
    };
  });
