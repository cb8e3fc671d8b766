import 'server-only';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { readBlocks, blockText, type EditionSnapshot } from '#lib/notes/assemble';
import { argumentsOf, claimsOf, readMessage, typedNumbers } from '#lib/notes/message';
import { listChangedBlocks, type ChangedBlock } from '#lib/notes/moved';
import type { AcceptedNumbers, NoteCommentView } from '#lib/notes/queries';
import { activeClaims } from '#lib/notes/say';
import { languagesOf } from '#lib/notes/languages-of';
import type { ValueFilter, Value } from '#lib/notes/model/vocabulary';

/**
 * A finding before an edition is frozen. `must`: it has to be settled first; otherwise whoever
 * freezes confirms having seen it.
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

/** The codes of vocabulary terms in a value. */
const termCodesOf = (value: Value): string[] => {
  const ofNarrowing = ({ subcategory, topic, type, tag }: ValueFilter) =>
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

export type CheckInput = Readonly<{
  accepted: AcceptedNumbers;
  comments: readonly NoteCommentView[];
  /** Reviews with a counted summary that are not closed. */
  openReviews: readonly Readonly<{ id: string; code: string }>[];
}>;

function textChecks(snapshot: EditionSnapshot, locale: Locale): Check[] {
  const { blocks, edition } = snapshot;
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

function bindingChecks({
  blocks,
  vocabulary: { subcategories, topics, types, tags },
}: EditionSnapshot): Check[] {
  const codesInForce = new Set([
    ...subcategories.map(({ code }) => code),
    ...topics,
    ...types,
    ...tags,
  ]);
  return blocks.flatMap(({ key, content }): Check[] => [
    ...Object.values(content.values).flatMap((value) =>
      termCodesOf(value)
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

/** Finds claims that are false and whose words the rendered text includes. */
function claimChecks(snapshot: EditionSnapshot, locale: Locale): Check[] {
  const { read, saying: context } = readBlocks(snapshot, locale, translator(locale));
  return read.flatMap(({ block, said: evaluated }) => {
    const message = readMessage(blockText(block, snapshot.edition, locale));
    return (message ? activeClaims(context, evaluated, message) : [])
      .filter((name) => evaluated.holds[name] === false)
      .map((name): Check => ({ kind: 'claim', must: true, key: block.key, locale, detail: name }));
  });
}

function referenceChecks(snapshot: EditionSnapshot): Check[] {
  const { edition } = snapshot;
  const { read } = readBlocks(snapshot, edition.sourceLocale, translator(edition.sourceLocale));
  const named = new Set(
    read.flatMap(({ runs }) =>
      runs.flatMap(({ reference }) => (reference === undefined ? [] : [reference])),
    ),
  );
  return read
    .filter(({ block }) => block.content.exhibit && !named.has(block.key))
    .map(({ block: { key } }): Check => ({ kind: 'unreferenced', must: true, key }));
}

/** Lists all checks of an edition in the order of their kinds, and the blocks that changed. */
export function listChecks(
  snapshot: EditionSnapshot,
  { accepted, comments, openReviews }: CheckInput,
): Readonly<{ checks: readonly Check[]; moved: readonly ChangedBlock[] }> {
  const languages = languagesOf(snapshot.edition);
  const moved = listChangedBlocks(snapshot, accepted);
  const found: Check[] = [
    ...languages.flatMap((locale) => [
      ...textChecks(snapshot, locale),
      ...claimChecks(snapshot, locale),
    ]),
    ...bindingChecks(snapshot),
    ...referenceChecks(snapshot),
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
    ...(snapshot.blocks.length === 0 ? [{ kind: 'empty', must: true, key: null } as const] : []),
  ];
  return {
    checks: checkKinds.flatMap((kind) => found.filter((check) => check.kind === kind)),
    moved,
  };
}
