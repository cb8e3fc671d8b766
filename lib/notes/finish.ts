import 'server-only';
import { createHash } from 'node:crypto';
import type { Actor } from '#lib/actor';
import { locales, type Locale } from '#lib/convention/names';
import { done, type Outcome } from '#lib/errors';
import { translator } from '#lib/i18n';
import { assemble, type Material } from '#lib/notes/assemble';
import type { FinishedNote } from '#lib/notes/document';
import type { Edition } from '#lib/notes/edition';
import { blocksOf, editionById, type EditionSeen } from '#lib/notes/queries';
import { readRegister } from '#lib/notes/reading';

/** The languages of an edition, in the order of the register. */
export const languagesOf = ({ languages }: Edition): Locale[] => locales.filter((locale) => languages.includes(locale));

/** An edition with all that it is made of: at its own revision once it is frozen, before that as the register is now. */
export async function materialOf(actor: Actor, { edition }: Pick<EditionSeen, 'edition'>): Promise<Material> {
  const blocks = await blocksOf(actor, edition.id, edition.revision);
  return { edition, blocks, ...await readRegister(actor, edition, edition.revision) };
}

const { stringify } = JSON;

/**
 * The canonical content: what the edition says in each of its languages, with the revision that it was read at. What changes after
 * freezing (its status, when it was published) is no part of it.
 */
export function canonicalContent(material: Material): string {
  const { edition: { symbol, cycle, chapters, cutoff, previousCutoff, previousSymbol, session, agendaItem, place, documentDate }, revision } = material;
  const languages = languagesOf(material.edition).map((locale) => {
    const { checksum: _own, colophon: _with, words: _draft, ...content } = assemble(material, locale, translator(locale), '');
    return content;
  });
  return stringify({ symbol, cycle, chapters, cutoff, previousCutoff, previousSymbol, session, agendaItem, place, documentDate, revision, languages });
}

/** SHA-256 of the canonical content, in hexadecimal. */
export const checksumOf = (material: Material): string => createHash('sha256').update(canonicalContent(material)).digest('hex');

/** The note in a language: frozen as it was frozen, or the draft as it reads now. */
export async function finishedNote(actor: Actor, id: string, locale: Locale): Promise<Outcome<FinishedNote>> {
  const found = await editionById(actor, id);
  if (!found.ok) return found;
  const material = await materialOf(actor, found.value);
  return done(assemble(material, locale, translator(locale), found.value.edition.checksum ?? ''));
}
