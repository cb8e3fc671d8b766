import 'server-only';
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { done, type Outcome } from '#lib/base/errors';
import { globalSingleton } from '#lib/base/global-singleton';
import { today } from '#lib/text/dates';
import { translator } from '#lib/text/i18n';
import { assembleNote, type EditionSnapshot } from '#lib/notes/assembly/assemble-note';
import { canonicalBlock } from '#lib/notes/assembly/canonical-block';
import type { FinishedNote } from '#lib/documents/model/document';
import { languagesOf } from '#lib/notes/store/languages';
import { blocksOfEdition, editionById, type EditionView } from '#lib/notes/store/queries';
import { withRegisterSnapshot } from '#lib/notes/assembly/register-snapshot';

/**
 * Runs `work` with the snapshot of an edition: at its own revision if it is frozen, else at the
 * present one.
 */
export async function withEditionSnapshot<T>(
  actor: Actor,
  { edition }: Pick<EditionView, 'edition'>,
  work: (snapshot: EditionSnapshot) => T | Promise<T>,
): Promise<T> {
  const blocks = await blocksOfEdition(actor, edition.id, edition.revision);
  return withRegisterSnapshot(actor, edition, edition.revision, (register) =>
    work({ edition, blocks, ...register }),
  );
}

type CanonicalContent = Readonly<{
  head: Readonly<Record<string, unknown>>;
  languages: readonly (Omit<FinishedNote, 'blocks' | 'checksum' | 'colophon' | 'labels'> &
    Readonly<{ blocks: readonly unknown[] }>)[];
}>;

/** The content of an edition in all its languages, without what changes after freezing. */
function contentOf(snapshot: EditionSnapshot): CanonicalContent {
  const {
    edition: {
      symbol,
      cycle,
      chapters,
      cutoff,
      previousCutoff,
      previousSymbol,
      session,
      agendaItem,
      place,
      documentDate,
    },
  } = snapshot;
  const languages = languagesOf(snapshot.edition).map((locale) => {
    const {
      checksum: _own,
      colophon: _with,
      labels: _draft,
      ...content
    } = assembleNote(snapshot, locale, translator(locale), '');
    return { ...content, blocks: content.blocks.map(canonicalBlock) };
  });
  return {
    head: {
      symbol,
      cycle,
      chapters,
      cutoff,
      previousCutoff,
      previousSymbol,
      session,
      agendaItem,
      place,
      documentDate,
    },
    languages,
  };
}

/** The canonical content: JSON of the texts and numbers of all languages, and of the revision. */
const canonicalContent = (snapshot: EditionSnapshot): string =>
  JSON.stringify({ ...contentOf(snapshot), revision: snapshot.revision });

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** SHA-256 of the canonical content, in hexadecimal. */
export const checksumOf = (snapshot: EditionSnapshot): string => sha256(canonicalContent(snapshot));

/** A checksum of the content without the revision: the same for drafts that read the same. */
export function draftChecksumOf(snapshot: EditionSnapshot): string {
  const { head, languages } = contentOf({
    ...snapshot,
    scope: { ...snapshot.scope, revision: null },
  });
  return sha256(
    JSON.stringify({
      head,
      languages: languages.map(
        ({ revision: _at, annex: { introduction: _says, ...annex }, ...content }) => ({
          ...content,
          annex,
        }),
      ),
    }),
  );
}

const mostKnown = 8;

/**
 * The same for a page, remembered: it takes half a second, and stays as it is until something changes
 * of what it is made from.
 */
export function knownDraftChecksum(snapshot: EditionSnapshot): string {
  const known = globalSingleton(
    'note-draft-checksums',
    () => new LRUCache<string, string>({ max: mostKnown }),
  );
  const { edition, blocks, scope, revision } = snapshot;
  const name = sha256(JSON.stringify([edition, blocks, scope, revision, today()]));
  const found = known.get(name) ?? draftChecksumOf(snapshot);
  known.set(name, found);
  return found;
}

/** Returns the note in a language: as it was frozen, or the draft as it reads now. */
export async function finishedNote(
  actor: Actor,
  id: string,
  locale: Locale,
): Promise<Outcome<FinishedNote>> {
  const found = await editionById(actor, id);
  if (!found.ok) return found;
  return done(
    await withEditionSnapshot(actor, found.value, (snapshot) =>
      assembleNote(snapshot, locale, translator(locale), found.value.edition.checksum ?? ''),
    ),
  );
}
