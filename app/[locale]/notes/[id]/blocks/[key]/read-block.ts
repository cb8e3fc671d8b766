import 'server-only';
import type { BindingChoices } from '#components/notes/binding-fields';
import type { BoundRow, ClaimRow } from '#components/notes/bound-tables';
import type { Actor } from '#lib/base/actor';
import { articlesOfChapter } from '#lib/convention/articles';
import type { Locale } from '#lib/convention/names';
import { formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { vocabulary, type Vocabulary } from '#lib/needs/store/queries';
import { themeCodes, themeName } from '#lib/notes/store/assistance';
import {
  editionWording,
  renderBlocks,
  type EditionSnapshot,
} from '#lib/notes/assembly/assemble-note';
import {
  describeClaim,
  describeValue,
  type DefinitionContext,
} from '#lib/notes/assembly/definitions';
import { claimHolds, evaluateValues } from '#lib/notes/model/evaluate';
import type { BlockContent, BoundValue } from '#lib/notes/model/vocabulary';
import { withEditionSnapshot } from '#lib/notes/assembly/finished-note';
import { argumentsOf, claimTagsOf, parseMessage } from '#lib/notes/text/parse-message';
import {
  acceptedNumbersOf,
  commentsOfEdition,
  versionsOfBlock,
  type AcceptedNumbers,
  type EditionView,
} from '#lib/notes/store/queries';
import { renderPlaceholder } from '#lib/notes/text/render-placeholder';
import { resolveVariants } from '#lib/notes/text/render-message';
import { blockName } from '../../block-name';

type Request = Readonly<{
  actor: Actor;
  found: EditionView;
  key: string;
  /** The language of the text; `locale` is that of the page. */
  language: Locale;
  locale: Locale;
  t: Translate;
}>;

/** A block with its texts as they are read in one language. */
type BlockInLanguage = Pick<Request, 'key' | 'locale' | 't'> &
  Readonly<{
    content: BlockContent;
    material: EditionSnapshot;
    rendered: ReturnType<typeof renderBlocks>;
  }>;

/** Numbers that can be held; a list or a name follows the register or is written anew. */
const holdable = ['count', 'share', 'previous', 'assistance', 'place'];

/** Returns the names of the placeholders and claims that some text of the block uses. */
function usedNames({ texts }: BlockContent): ReadonlySet<string> {
  const messages = Object.values(texts).map(({ text }) => parseMessage(text));
  return new Set(
    messages.flatMap((message) =>
      message ? [...argumentsOf(message), ...claimTagsOf(message)] : [],
    ),
  );
}

const definitionContext = ({ locale, t, material }: BlockInLanguage): DefinitionContext => ({
  locale,
  t,
  wording: editionWording(material.edition, locale),
  termName: (code) => material.names.term(code, locale),
  previousCutoff: material.edition.previousCutoff,
  themeName: (code) => themeName(code, locale),
});

/** The values of the block as the functions that render a placeholder take them. */
const evaluated = ({ key, content, material }: BlockInLanguage) => ({
  key,
  content,
  results: evaluateValues(content, material.counts),
  claimResults: {},
});

function kindName(t: Translate, kind: BoundValue['kind']): string {
  if (kind === 'described' || kind === 'subjects') return t(`noteParts.kinds.${kind}`);
  const isName = kind === 'groups' || kind === 'theme' || kind === 'footnote';
  return t(`notes.block.kinds.${isName ? 'name' : kind}`);
}

/** What each placeholder stands for, what it is now, and what it was when it was accepted. */
function boundRows(block: BlockInLanguage, accepted: AcceptedNumbers): BoundRow[] {
  const { key, content, locale, t, rendered } = block;
  const used = usedNames(content);
  const context = definitionContext(block);
  const said = evaluated(block);
  const saying = { ...rendered.context, footnote: () => null };
  const { values, held = {} } = content;
  const acceptedNumber = (name: string): string | null => {
    const number = accepted.get(key)?.shown[name]?.number;
    return number === null || number === undefined ? null : formatNumber(locale, number);
  };
  const heldNumber = (name: string): BoundRow['held'] => {
    const own = held[name];
    return own ? { number: formatNumber(locale, own.number), reason: own.reason } : null;
  };
  return Object.entries(values).map(([name, value]) => ({
    name,
    meaning: describeValue(context, value)?.definition ?? kindName(t, value.kind),
    now: renderPlaceholder(saying, said, name),
    accepted: holdable.includes(value.kind) ? acceptedNumber(name) : null,
    held: heldNumber(name),
    isUnused: !used.has(name),
  }));
}

function claimRows(block: BlockInLanguage): ClaimRow[] {
  const used = usedNames(block.content);
  const context = definitionContext(block);
  return Object.entries(block.content.claims).map(([name, claim]) => ({
    name,
    meaning: describeClaim(context, claim),
    holds: claimHolds(claim, block.material.counts),
    isUnused: !used.has(name),
  }));
}

/** What a new value or claim can be about. */
function bindingChoices(
  { locale, t, material, rendered }: BlockInLanguage,
  terms: Vocabulary,
): BindingChoices {
  const option = ({ code, names }: Vocabulary['topics'][number]) => ({
    value: code,
    label: names[locale],
  });
  const matrix = material.counts.count({}, 'now').matrices.find(({ region }) => region === null)!;
  return {
    subcategories: terms.subcategories.map(option),
    topics: terms.topics.map(option),
    types: terms.types.map(option),
    tags: terms.tags.map(option),
    articles: material.edition.chapters.flatMap((chapter) =>
      articlesOfChapter(chapter).map(String),
    ),
    rows: matrix.rows.map(({ articles }) => articles).filter((row) => !/^\d+$/.test(row)),
    blocks: rendered.blocks
      .filter(({ block: { kind } }) => kind !== 'summary' && kind !== 'item')
      .map(({ block: { key, kind }, number }) => ({
        value: key,
        label: blockName(t, kind, number),
      })),
    themes: themeCodes.map((code) => ({ value: code, label: themeName(code, locale) })),
  };
}

/** The text in the language without its variants; empty where it cannot be parsed. */
function plainText(block: BlockInLanguage, language: Locale): string {
  const message = parseMessage(block.content.texts[language]?.text ?? '');
  return message ? resolveVariants(block.rendered.context, evaluated(block), message).trim() : '';
}

/**
 * Reads all that the page of a block shows, at one revision of the register; null where there is no
 * such block.
 */
export async function readBlock({ actor, found, key, language, locale, t }: Request) {
  const noteId = found.edition.id;
  const terms = await vocabulary(actor);
  const accepted = await acceptedNumbersOf(actor, noteId);
  const comments = (await commentsOfEdition(actor, noteId)).filter(
    (comment) => comment.key === key && comment.resolvedAt === null,
  );
  const versions = await versionsOfBlock(actor, noteId, key);
  return withEditionSnapshot(actor, found, (material) => {
    const stored = material.blocks.find((each) => each.key === key);
    if (!stored) return null;
    const rendered = renderBlocks(material, language);
    const block = { key, content: stored.content, locale, t, material, rendered };
    const shown = rendered.blocks.find((each) => each.block.key === key);
    const footnote = rendered.footnotes.find((each) => each.key === key);
    return {
      stored,
      plain: plainText(block, language),
      number: shown?.number ?? '',
      runs: shown?.runs ?? footnote?.runs ?? null,
      values: boundRows(block, accepted),
      claims: claimRows(block),
      choices: bindingChoices(block, terms),
      comments,
      versions,
    };
  });
}

export type BlockView = NonNullable<Awaited<ReturnType<typeof readBlock>>>;
