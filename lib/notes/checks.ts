import 'server-only';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { readBlocks, textIn, type Material } from '#lib/notes/assemble';
import { argumentsOf, claimsOf, readMessage, typedNumbers } from '#lib/notes/message';
import { blocksMoved, type Moved } from '#lib/notes/moved';
import type { Accepted, NoteCommentSeen } from '#lib/notes/queries';
import { claimsSaid } from '#lib/notes/say';
import { languagesOf } from '#lib/notes/languages-of';
import type { Narrowing, Value } from '#lib/notes/model/vocabulary';

/**
 * What stands against freezing an edition. `must`: cannot be frozen so. Otherwise it is to be
 * looked at, and whoever freezes says that
 * they did.
 */
export type Check = Readonly<{
  kind: CheckKind;
  must: boolean;
  key: string | null;
  locale?: Locale;
  detail?: string;
  review?: string;
}>;
export const checkKinds = [
  'unreadable',
  'unknown',
  'typed',
  'claim',
  'moved',
  'untranslated',
  'outdated',
  'ended',
  'comment',
  'unreferenced',
  'empty',
  'by-hand',
  'held',
  'review',
] as const;
export type CheckKind = (typeof checkKinds)[number];

/** The codes that a value names. */
const codesOf = (value: Value): string[] => {
  const ofNarrowing = ({ subcategory, topic, type, tag }: Narrowing) =>
    [subcategory, topic, type, tag].filter((code) => code !== undefined);
  const own = 'in' in value ? ofNarrowing(value.in) : [];
  const base = value.kind === 'share' ? ofNarrowing(value.base) : [];
  return [
    ...own,
    ...base,
    ...(value.kind === 'name' && ['subcategory', 'topic', 'type'].includes(value.of)
      ? [value.code]
      : []),
  ];
};

export type Beside = Readonly<{
  accepted: Accepted;
  comments: readonly NoteCommentSeen[];
  /** Reviews that have a summary that counts and are not closed. */ openReviews: readonly Readonly<{
    id: string;
    code: string;
  }>[];
}>;

function ofText(material: Material, locale: Locale): Check[] {
  const { blocks, edition } = material;
  return blocks.flatMap((block): Check[] => {
    const { key, content } = block;
    const own = content.texts[locale];
    if (own === undefined || own.text.trim() === '')
      return [{ kind: 'untranslated', must: true, key, locale }];
    const found: Check[] = [];
    const message = readMessage(own.text);
    if (!message) return [{ kind: 'unreadable', must: true, key, locale }];
    const source = content.texts[edition.sourceLocale]?.text;
    if (locale !== edition.sourceLocale && own.from !== undefined && own.from !== source)
      found.push({ kind: 'outdated', must: true, key, locale });
    for (const name of argumentsOf(message))
      if (!content.values[name])
        found.push({ kind: 'unknown', must: true, key, locale, detail: name });
    for (const name of claimsOf(message))
      if (!content.claims[name])
        found.push({ kind: 'unknown', must: true, key, locale, detail: name });
    const typed = typedNumbers(message, locale);
    if (typed.length > 0)
      found.push({ kind: 'typed', must: true, key, locale, detail: typed.slice(0, 5).join(', ') });
    return found;
  });
}

function ofBlocks({
  blocks,
  vocabulary: { subcategories, topics, types, tags },
}: Material): Check[] {
  const codesInForce = new Set([
    ...subcategories.map(({ code }) => code),
    ...topics,
    ...types,
    ...tags,
  ]);
  return blocks.flatMap(({ key, content }): Check[] => [
    ...Object.values(content.values).flatMap((value) =>
      codesOf(value)
        .filter((code) => !codesInForce.has(code))
        .map((code): Check => ({ kind: 'ended', must: true, key, detail: code })),
    ),
    ...Object.entries(content.values).flatMap(([name, value]): Check[] =>
      value.kind === 'typed' ? [{ kind: 'by-hand', must: false, key, detail: name }] : [],
    ),
    ...Object.keys(content.held ?? {}).map((name): Check => ({
      kind: 'held',
      must: false,
      key,
      detail: name,
    })),
  ]);
}

/** A claim that does not hold, wherever a text says its words. */
function ofClaims(material: Material, locale: Locale): Check[] {
  const { read, saying } = readBlocks(material, locale, translator(locale));
  return read.flatMap(({ block, said }) => {
    const message = readMessage(textIn(block, material.edition, locale));
    return (message ? claimsSaid(saying, said, message) : [])
      .filter((name) => said.holds[name] === false)
      .map((name): Check => ({ kind: 'claim', must: true, key: block.key, locale, detail: name }));
  });
}

function unreferenced(material: Material): Check[] {
  const { edition } = material;
  const { read } = readBlocks(material, edition.sourceLocale, translator(edition.sourceLocale));
  const named = new Set(
    read.flatMap(({ runs }) =>
      runs.flatMap(({ reference }) => (reference === undefined ? [] : [reference])),
    ),
  );
  return read
    .filter(({ block }) => block.content.exhibit && !named.has(block.key))
    .map(({ block: { key } }): Check => ({ kind: 'unreferenced', must: true, key }));
}

/** Everything that is to be settled before an edition is frozen, in the order of its kinds. */
export function checksOf(
  material: Material,
  { accepted, comments, openReviews }: Beside,
): Readonly<{ checks: readonly Check[]; moved: readonly Moved[] }> {
  const languages = languagesOf(material.edition);
  const moved = blocksMoved(material, accepted);
  const found: Check[] = [
    ...languages.flatMap((locale) => [...ofText(material, locale), ...ofClaims(material, locale)]),
    ...ofBlocks(material),
    ...unreferenced(material),
    ...moved.map(({ key }): Check => ({ kind: 'moved', must: true, key })),
    ...comments
      .filter(({ resolvedAt }) => resolvedAt === null)
      .map(({ key }): Check => ({ kind: 'comment', must: true, key })),
    ...openReviews.map(({ id, code }): Check => ({
      kind: 'review',
      must: false,
      key: null,
      detail: code,
      review: id,
    })),
    ...(material.blocks.length === 0 ? [{ kind: 'empty', must: true, key: null } as const] : []),
  ];
  return {
    checks: checkKinds.flatMap((kind) => found.filter((check) => check.kind === kind)),
    moved,
  };
}
