import 'server-only';
import { createHash } from 'node:crypto';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { done, type Outcome } from '#lib/base/errors';
import { translator } from '#lib/text/i18n';
import { assemble, type Material } from '#lib/notes/assemble';
import type { FinishedNote } from '#lib/documents/model/document';
import { languagesOf } from '#lib/notes/languages-of';
import { blocksOf, editionById, type EditionSeen } from '#lib/notes/queries';
import { readRegister } from '#lib/notes/reading';

/**
 * Reads an edition with all that it is made of: at its own revision once it is frozen, before that
 * as the register is now.
 */
export async function withMaterial<T>(
  actor: Actor,
  { edition }: Pick<EditionSeen, 'edition'>,
  work: (material: Material) => T,
): Promise<T> {
  const blocks = await blocksOf(actor, edition.id, edition.revision);
  return readRegister(actor, edition, edition.revision, (register) =>
    work({ edition, blocks, ...register }),
  );
}

type Content = Readonly<{
  head: Readonly<Record<string, unknown>>;
  languages: readonly Omit<FinishedNote, 'checksum' | 'colophon' | 'words'>[];
}>;

/**
 * What an edition says in each of its languages. What changes after freezing (its status, when it
 * was published) is no part of it.
 */
function contentOf(material: Material): Content {
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
  } = material;
  const languages = languagesOf(material.edition).map((locale) => {
    const {
      checksum: _own,
      colophon: _with,
      words: _draft,
      ...content
    } = assemble(material, locale, translator(locale), '');
    return content;
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

/**
 * The canonical content: JSON of the texts and numbers of all languages and of the revision that
 * they were read at.
 */
export const canonicalContent = (material: Material): string =>
  JSON.stringify({ ...contentOf(material), revision: material.revision });

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** SHA-256 of the canonical content, in hexadecimal. */
export const checksumOf = (material: Material): string => sha256(canonicalContent(material));

/** What a draft says, whatever the revision: two drafts that read alike have one mark. */
export function markOf(material: Material): string {
  const { head, languages } = contentOf({
    ...material,
    scope: { ...material.scope, revision: null },
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

/** The note in a language: frozen as it was frozen, or the draft as it reads now. */
export async function finishedNote(
  actor: Actor,
  id: string,
  locale: Locale,
): Promise<Outcome<FinishedNote>> {
  const found = await editionById(actor, id);
  if (!found.ok) return found;
  return done(
    await withMaterial(actor, found.value, (material) =>
      assemble(material, locale, translator(locale), found.value.edition.checksum ?? ''),
    ),
  );
}
