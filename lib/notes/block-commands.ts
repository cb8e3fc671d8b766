import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { noteBlock } from '#db/schema/notes';
import type { Actor } from '#lib/actor';
import type { Locale } from '#lib/convention/names';
import { done, failed, invalid, type Outcome } from '#lib/errors';
import { argumentsOf, claimsOf, readMessage } from '#lib/notes/message';
import type { NoteBlock } from '#lib/notes/edition';
import { themeCodes } from '#lib/notes/assistance';
import { acceptedOf, blocksOf, type EditionSeen } from '#lib/notes/queries';
import { does, writesNotes } from '#lib/notes/scope';
import { claimOf, valueOf, type Bindable } from '#lib/notes/rules';
import type { BoundGiven, ClaimGiven } from '#lib/notes/value-schema';
import type { BlockContent, BlockKind } from '#lib/notes/vocabulary';
import { vocabulary } from '#lib/needs/queries';
import { apart, blockIn, inEdition, insertBlocks, record, replaceBlock, type Done } from '#lib/notes/write';

type OfBlock = Readonly<{ id: string; key: string; version: number }>;
const whileWritten = ['drafting', 'under-review'] as const;

const inBlock = (actor: Actor, { id, key, version }: OfBlock, verb: string, change: (block: NoteBlock, seen: EditionSeen) => Outcome<BlockContent>, may?: (seen: EditionSeen) => boolean): Promise<Done> =>
  inEdition(actor, id, whileWritten, async (tx, seen) => {
    const block = await blockIn(tx, id, key);
    if (!block.ok) return block;
    const content = change(block.value, seen);
    return content.ok ? replaceBlock(tx, actor, id, block.value, version, { content: content.value }, verb) : content;
  }, may);

/** Whether a text can be read, and names nothing that its block does not have. */
function faultOf(text: string, { values, claims }: BlockContent): Outcome<never> | null {
  const message = readMessage(text);
  if (!message) return invalid('text', 'notes.errors.unreadable');
  const unknown = [...argumentsOf(message).filter((name) => !values[name]), ...claimsOf(message).filter((name) => !claims[name])];
  return unknown.length > 0 ? invalid('text', 'notes.errors.unknown') : null;
}

type Texting = OfBlock & Readonly<{ language: Locale; text: string }>;

/** Writes a block's text in a language. A translator writes every language but the source; a translation remembers what it is of. */
export const writeText = (actor: Actor, { language, text, ...of }: Texting): Promise<Done> => inBlock(actor, of, 'write', ({ content }, { edition: { sourceLocale } }) => {
  if (text === '') return invalid('text', 'notes.errors.empty');
  const fault = faultOf(text, content);
  if (fault) return fault;
  const from = content.texts[sourceLocale]?.text;
  return done({ ...content, texts: { ...content.texts, [language]: { text, ...(language !== sourceLocale && from !== undefined && { from }) } } });
}, ({ edition, people }) => writesNotes(actor) || (does(actor, 'translates', people) && language !== edition.sourceLocale));

/** A name for a new placeholder: `n1`, `n2` …, or `c1` for a claim. */
const freeName = (letter: string, taken: Readonly<Record<string, unknown>>): string => {
  for (let at = 1; ; at += 1) if (!(`${letter}${at}` in taken)) return `${letter}${at}`;
};

const mostInBlock = 60;

/** Binds something that is checked against what the edition and the vocabulary know. */
async function binding(actor: Actor, of: OfBlock, verb: string, bind: (known: Bindable, block: NoteBlock, seen: EditionSeen) => Outcome<BlockContent>): Promise<Done> {
  const { subcategories, types, tags, topics } = await vocabulary(actor);
  const codes = (terms: readonly Readonly<{ code: string }>[]) => terms.map(({ code }) => code);
  const blocks = (await blocksOf(actor, of.id, null)).map(({ key }) => key);
  return inBlock(actor, of, verb, (block, seen) => bind({ chapters: seen.edition.chapters, subcategories, types: codes(types), tags: codes(tags), topics: codes(topics), blocks, themes: themeCodes }, block, seen));
}

/** Binds a number or name to a block, and puts its placeholder at the end of the text in the source language. */
export const addValue = (actor: Actor, given: BoundGiven): Promise<Done> => binding(actor, given, 'bind', (known, { content }, { edition: { sourceLocale } }) => {
  const value = valueOf(known, given);
  if (!value.ok) return value;
  if (Object.keys(content.values).length >= mostInBlock) return invalid('kind', 'notes.errors.tooMany');
  const name = freeName('n', content.values);
  const own = content.texts[sourceLocale]?.text ?? '';
  return done({ ...content, values: { ...content.values, [name]: value.value }, texts: { ...content.texts, [sourceLocale]: { text: `${own} {${name}}`.trim() } } });
});

/** Binds a claim to a block: its words are marked by the tag that is put around the last sentence. */
export const addClaim = (actor: Actor, given: ClaimGiven): Promise<Done> => binding(actor, given, 'claim', (known, { content }, { edition: { sourceLocale } }) => {
  const claim = claimOf(known, given);
  if (!claim.ok) return claim;
  if (Object.keys(content.claims).length >= mostInBlock) return invalid('kind', 'notes.errors.tooMany');
  const name = freeName('c', content.claims);
  const own = content.texts[sourceLocale]?.text ?? '';
  return done({ ...content, claims: { ...content.claims, [name]: claim.value }, texts: { ...content.texts, [sourceLocale]: { text: `<${name}>${own}</${name}>` } } });
});

/** Takes a placeholder or claim away that no text names any more. */
export const unbind = (actor: Actor, { name, ...of }: OfBlock & Readonly<{ name: string }>): Promise<Done> => inBlock(actor, of, 'unbind', ({ content }) => {
  const named = Object.values(content.texts).some((own) => { const message = readMessage(own.text); return !message || argumentsOf(message).includes(name) || claimsOf(message).includes(name); });
  if (named) return invalid('name', 'notes.errors.stillNamed');
  const without = <T>(record: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
  return done({ ...content, values: without(content.values), claims: without(content.claims), ...(content.held && { held: without(content.held) }) });
});

/** Puts a new block after another, or at the beginning. */
export const addBlock = (actor: Actor, { id, after, kind, text }: Readonly<{ id: string; after: string; kind: BlockKind; text: string }>): Promise<Done> => inEdition(actor, id, whileWritten, async (tx, { edition: { sourceLocale } }) => {
  const content: BlockContent = { values: {}, claims: {}, texts: { [sourceLocale]: { text } } };
  if (text === '') return invalid('text', 'notes.errors.empty');
  const fault = faultOf(text, content);
  if (fault) return fault;
  const places = await tx.select({ key: noteBlock.key, position: noteBlock.position }).from(noteBlock).where(and(eq(noteBlock.noteId, id), isNull(noteBlock.toSeq))).orderBy(asc(noteBlock.position), asc(noteBlock.key));
  const at = places.findIndex(({ key }) => key === after);
  if (after !== '' && at < 0) return failed({ kind: 'conflict', why: 'note-block' });
  const [before, next] = [after === '' ? 0 : places[at]!.position, places[at + 1]?.position];
  const position = next === undefined ? before + apart : Math.floor((before + next) / 2);
  // Half a thousand insertions at one place leave no room; a block may be moved to make some.
  if (position <= before) return invalid('after', 'notes.errors.noRoom');
  const seq = await record(tx, actor, 'add', id);
  await insertBlocks(tx, actor, id, [{ key: `own.${randomUUID()}`, version: 1, kind, position, content }], seq);
  return done({ id });
});

/** Takes a block out of the edition; what it was stays in the register. */
export const removeBlock = (actor: Actor, { id, key, version }: OfBlock): Promise<Done> => inEdition(actor, id, whileWritten, async (tx) => {
  const block = await blockIn(tx, id, key);
  return block.ok ? replaceBlock(tx, actor, id, block.value, version, null, 'remove') : block;
});

/** Lets a block change places with the one before or after it. */
export const moveBlock = (actor: Actor, { id, key, version, to }: OfBlock & Readonly<{ to: 'up' | 'down' }>): Promise<Done> => inEdition(actor, id, whileWritten, async (tx) => {
  const places = await tx.select({ key: noteBlock.key }).from(noteBlock).where(and(eq(noteBlock.noteId, id), isNull(noteBlock.toSeq))).orderBy(asc(noteBlock.position), asc(noteBlock.key));
  const at = places.findIndex((place) => place.key === key);
  const other = places[to === 'up' ? at - 1 : at + 1];
  const [own, beside] = [await blockIn(tx, id, key), other ? await blockIn(tx, id, other.key) : null];
  if (!own.ok) return own;
  if (!beside?.ok) return failed({ kind: 'conflict', why: 'note-block' });
  const moved = await replaceBlock(tx, actor, id, own.value, version, { position: beside.value.position }, 'move');
  return moved.ok ? replaceBlock(tx, actor, id, beside.value, beside.value.version, { position: own.value.position }, 'move') : moved;
});

/** Holds a number as it was accepted, with the reason, whatever the register says now. */
export const holdValue = (actor: Actor, { id, key, version, name, reason }: OfBlock & Readonly<{ name: string; reason: string }>): Promise<Done> => inEdition(actor, id, whileWritten, async (tx) => {
  const block = await blockIn(tx, id, key);
  if (!block.ok) return block;
  const { content } = block.value;
  const number = (await acceptedOf(actor, id, tx)).get(key)?.shown[name]?.number;
  if (!(name in content.values) || number === undefined || number === null) return invalid('name', 'notes.errors.notHeld');
  return replaceBlock(tx, actor, id, block.value, version, { content: { ...content, held: { ...content.held, [name]: { number, reason } } } }, 'hold');
});

/** Lets a number follow the register again. */
export const releaseValue = (actor: Actor, { name, ...of }: OfBlock & Readonly<{ name: string }>): Promise<Done> => inBlock(actor, of, 'release', ({ content }) => {
  const { [name]: gone, ...held } = content.held ?? {};
  return gone ? done({ ...content, held }) : failed({ kind: 'conflict', why: 'note-block' });
});
