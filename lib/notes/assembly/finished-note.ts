import 'server-only';
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { done, type Outcome } from '#lib/base/errors';
import { globalSingleton } from '#lib/base/global-singleton';
import { today } from '#lib/text/dates';
import {
  assembleContent,
  assembleNote,
  type EditionSnapshot,
} from '#lib/notes/assembly/assemble-note';
import { canonicalBlock } from '#lib/notes/assembly/canonical-block';
import type { FinishedNote } from '#lib/documents/model/document';
import type { Edition } from '#lib/notes/model/edition';
import { languagesOf } from '#lib/notes/store/languages';
import { storedNote } from '#lib/notes/store/contents';
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
function contentOf(edition: Edition, notes: readonly FinishedNote[]): CanonicalContent {
  const {
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
  } = edition;
  const languages = notes.map(
    ({ checksum: _own, colophon: _with, labels: _draft, ...content }) => ({
      ...content,
      blocks: content.blocks.map(canonicalBlock),
    }),
  );
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

/** The note in all its languages, without its checksum. */
const assembleLanguages = (snapshot: EditionSnapshot): FinishedNote[] =>
  languagesOf(snapshot.edition).map((locale) => assembleNote(snapshot, locale, ''));

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * The SHA-256 of the canonical content, in hexadecimal: of the texts and numbers of all languages,
 * and of the revision.
 */
const checksumOfNotes = (
  edition: Edition,
  notes: readonly FinishedNote[],
  revision: number,
): string => sha256(JSON.stringify({ ...contentOf(edition, notes), revision }));

/** The checksum of an edition as it is made of the register. */
export const checksumOf = (snapshot: EditionSnapshot): string =>
  checksumOfNotes(snapshot.edition, assembleLanguages(snapshot), snapshot.revision);

/** The checksum of an edition that is being frozen, and its content as readers will see it. */
export function frozenContent(
  snapshot: EditionSnapshot,
): Readonly<{ checksum: string; notes: readonly FinishedNote[] }> {
  const { edition, revision } = snapshot;
  const completions = languagesOf(edition).map((locale) => assembleContent(snapshot, locale));
  const notesWith = (checksum: string) => completions.map((complete) => complete(checksum));
  const checksum = checksumOfNotes(edition, notesWith(''), revision);
  return { checksum, notes: notesWith(checksum) };
}

/** A checksum of the content without the revision: the same for drafts that read the same. */
export function draftChecksumOf(snapshot: EditionSnapshot): string {
  const atNoRevision = { ...snapshot, scope: { ...snapshot.scope, revision: null } };
  const { head, languages } = contentOf(snapshot.edition, assembleLanguages(atNoRevision));
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

/** Returns the note in a language: as it was frozen and stored, or the draft as it reads now. */
export async function finishedNote(
  actor: Actor,
  id: string,
  locale: Locale,
): Promise<Outcome<FinishedNote>> {
  const found = await editionById(actor, id);
  if (!found.ok) return found;
  const { edition } = found.value;
  const stored = await storedNote(edition, locale);
  if (stored) return done(stored);
  return done(
    await withEditionSnapshot(actor, found.value, (snapshot) =>
      assembleNote(snapshot, locale, edition.checksum ?? ''),
    ),
  );
}
