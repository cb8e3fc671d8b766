import 'server-only';
import type { Actor } from '#lib/base/actor';
import { done, failed, invalid, type Outcome } from '#lib/base/errors';
import { themeCodes } from '#lib/notes/store/assistance';
import type { NoteBlock } from '#lib/notes/model/edition';
import { changeBlock, editableStatuses, type BlockRef } from '#lib/notes/blocks/change-block';
import { argumentsOf, claimTagsOf, parseMessage } from '#lib/notes/text/parse-message';
import { acceptedNumbersOf, blocksOfEdition, type EditionView } from '#lib/notes/store/queries';
import { parseClaim, parseValue, type AllowedCodes } from '#lib/notes/blocks/parse-binding';
import type { ValueInput, ClaimInput } from '#lib/notes/blocks/binding-schema';
import type { BlockContent } from '#lib/notes/model/vocabulary';
import { vocabulary } from '#lib/needs/store/queries';
import {
  findBlock,
  editionTransaction,
  replaceBlock,
  type EditionOutcome,
} from '#lib/notes/store/write';

/** The first free name for a new placeholder (`n1`, `n2` …) or claim (`c1` …). */
const freeName = (letter: string, taken: Readonly<Record<string, unknown>>): string => {
  let number = 1;
  while (`${letter}${number}` in taken) number += 1;
  return `${letter}${number}`;
};

const maxBindings = 60;

/** Changes a block after validating input against the codes of the edition and the vocabulary. */
async function bindToBlock(
  actor: Actor,
  of: BlockRef,
  verb: string,
  bind: (known: AllowedCodes, block: NoteBlock, view: EditionView) => Outcome<BlockContent>,
): Promise<EditionOutcome> {
  const { subcategories, types, tags, topics } = await vocabulary(actor);
  const codes = (terms: readonly Readonly<{ code: string }>[]) => terms.map(({ code }) => code);
  const blocks = (await blocksOfEdition(actor, of.id, null)).map(({ key }) => key);
  return changeBlock(actor, of, verb, (block, view) =>
    bind(
      {
        chapters: view.edition.chapters,
        subcategories,
        types: codes(types),
        tags: codes(tags),
        topics: codes(topics),
        blocks,
        themes: themeCodes,
      },
      block,
      view,
    ),
  );
}

/**
 * Binds a number or name to a block and appends its placeholder to the text in the source language.
 */
export const addValue = (actor: Actor, input: ValueInput): Promise<EditionOutcome> =>
  bindToBlock(actor, input, 'bind', (known, { content }, { edition: { sourceLocale } }) => {
    const value = parseValue(known, input);
    if (!value.ok) return value;
    if (Object.keys(content.values).length >= maxBindings)
      return invalid('kind', 'notes.errors.tooMany');
    const name = freeName('n', content.values);
    const own = content.texts[sourceLocale]?.text ?? '';
    return done({
      ...content,
      values: { ...content.values, [name]: value.value },
      texts: { ...content.texts, [sourceLocale]: { text: `${own} {${name}}`.trim() } },
    });
  });

/** Binds a claim to a block and puts its tag around the text in the source language. */
export const addClaim = (actor: Actor, input: ClaimInput): Promise<EditionOutcome> =>
  bindToBlock(actor, input, 'claim', (known, { content }, { edition: { sourceLocale } }) => {
    const claim = parseClaim(known, input);
    if (!claim.ok) return claim;
    if (Object.keys(content.claims).length >= maxBindings)
      return invalid('kind', 'notes.errors.tooMany');
    const name = freeName('c', content.claims);
    const own = content.texts[sourceLocale]?.text ?? '';
    return done({
      ...content,
      claims: { ...content.claims, [name]: claim.value },
      texts: { ...content.texts, [sourceLocale]: { text: `<${name}>${own}</${name}>` } },
    });
  });

/** Removes a placeholder or claim that no text uses any more. */
export const unbind = (
  actor: Actor,
  { name, ...of }: BlockRef & Readonly<{ name: string }>,
): Promise<EditionOutcome> =>
  changeBlock(actor, of, 'unbind', ({ content }) => {
    const named = Object.values(content.texts).some((own) => {
      const message = parseMessage(own.text);
      return !message || argumentsOf(message).includes(name) || claimTagsOf(message).includes(name);
    });
    if (named) return invalid('name', 'notes.errors.stillNamed');
    const without = <T>(record: Readonly<Record<string, T>>) =>
      Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
    return done({
      ...content,
      values: without(content.values),
      claims: without(content.claims),
      ...(content.held && { held: without(content.held) }),
    });
  });

/** Holds a number as it was accepted, with the reason, whatever the present count is. */
export const holdValue = (
  actor: Actor,
  { id, key, version, name, reason }: BlockRef & Readonly<{ name: string; reason: string }>,
): Promise<EditionOutcome> =>
  editionTransaction(actor, id, editableStatuses, async (tx) => {
    const block = await findBlock(tx, id, key);
    if (!block.ok) return block;
    const { content } = block.value;
    const number = (await acceptedNumbersOf(actor, id, tx)).get(key)?.shown[name]?.number;
    if (!(name in content.values) || number === undefined || number === null)
      return invalid('name', 'notes.errors.notHeld');
    return replaceBlock(
      tx,
      actor,
      id,
      block.value,
      version,
      { content: { ...content, held: { ...content.held, [name]: { number, reason } } } },
      'hold',
    );
  });

/** Releases a held number, which follows the register again. */
export const releaseValue = (
  actor: Actor,
  { name, ...of }: BlockRef & Readonly<{ name: string }>,
): Promise<EditionOutcome> =>
  changeBlock(actor, of, 'release', ({ content }) => {
    const { [name]: gone, ...held } = content.held ?? {};
    return gone ? done({ ...content, held }) : failed({ kind: 'conflict', why: 'note-block' });
  });
