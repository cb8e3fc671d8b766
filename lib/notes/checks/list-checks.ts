import 'server-only';
import type { Locale } from '#lib/convention/names';
import { createPause } from '#lib/base/pause';
import { renderBlocks, blockText, type EditionSnapshot } from '#lib/notes/assembly/assemble-note';
import {
  argumentsOf,
  claimTagsOf,
  parseMessage,
  typedNumbers,
} from '#lib/notes/text/parse-message';
import { listChangedBlocks, type ChangedBlock } from '#lib/notes/checks/changed-blocks';
import type { AcceptedNumbers, NoteCommentView } from '#lib/notes/store/queries';
import { activeClaims } from '#lib/notes/text/render-message';
import type { CountedSummary } from '#lib/notes/store/counted-summaries';
import { isStandardText } from '#lib/notes/outline/outline';
import { unboundClaims } from '#lib/notes/text/unbound-claims';
import type { NoteBlock } from '#lib/notes/model/edition';
import { languagesOf } from '#lib/notes/store/languages';
import type { ValueFilter, BoundValue } from '#lib/notes/model/vocabulary';

/**
 * A finding before an edition is frozen. `blocking`: it has to be settled first; otherwise whoever
 * freezes confirms having seen it.
 */
export type Check = Readonly<{
  kind: CheckKind;
  blocking: boolean;
  key: string | null;
  locale?: Locale;
  detail?: string;
  review?: string;
}>;
const checkKinds = [
  'unreadable',
  'unknown',
  'typed',
  'claim',
  'unbound',
  'moved',
  'untranslated',
  'outdated',
  'activity-untranslated',
  'activity-outdated',
  'ended',
  'comment',
  'unreferenced',
  'broken',
  'empty',
  'by-hand',
  'held',
  'released',
  'unpublished',
  'unpublished-others',
  'review',
] as const;
type CheckKind = (typeof checkKinds)[number];

/** The codes of vocabulary terms in a value. */
const termCodesOf = (value: BoundValue): string[] => {
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
  openReviews: readonly CountedSummary[];
  /** Counted summaries that are not published, and whether there are others that are not named. */
  unpublished: Readonly<{ named: readonly CountedSummary[]; hasOthers: boolean }>;
}>;

function textChecks(snapshot: EditionSnapshot, locale: Locale): Check[] {
  const { blocks, edition } = snapshot;
  return blocks.flatMap((block): Check[] => {
    const { key, content } = block;
    const own = content.texts[locale];
    if (own === undefined || own.text.trim() === '')
      return [{ kind: 'untranslated', blocking: true, key, locale }];
    const found: Check[] = [];
    const message = parseMessage(own.text);
    if (!message) return [{ kind: 'unreadable', blocking: true, key, locale }];
    const source = content.texts[edition.sourceLocale]?.text;
    if (locale !== edition.sourceLocale && own.from !== undefined && own.from !== source)
      found.push({ kind: 'outdated', blocking: true, key, locale });
    for (const name of argumentsOf(message))
      if (!content.values[name])
        found.push({ kind: 'unknown', blocking: true, key, locale, detail: name });
    for (const name of claimTagsOf(message))
      if (!content.claims[name])
        found.push({ kind: 'unknown', blocking: true, key, locale, detail: name });
    const typed = typedNumbers(message, locale);
    if (typed.length > 0)
      found.push({
        kind: 'typed',
        blocking: true,
        key,
        locale,
        detail: typed.slice(0, 5).join(', '),
      });
    const claims = isStandard(block, locale) ? [] : unboundClaims(message, locale);
    if (claims.length > 0)
      found.push({ kind: 'unbound', blocking: true, key, locale, detail: claims.join(', ') });
    return found;
  });
}

/** Whether a text is as the register drafted it. Its words follow the counts. */
const isStandard = ({ key, version, content }: NoteBlock, locale: Locale): boolean =>
  !key.startsWith('own.') &&
  (version === 1 || isStandardText(locale, content.texts[locale]?.text ?? ''));

/** Finds descriptions of activities that the note prints and that have no present text in a language. */
function descriptionChecks({ blocks, counts }: EditionSnapshot, locale: Locale): Check[] {
  return blocks.flatMap(({ key, content }) =>
    Object.values(content.values).flatMap((value): Check[] => {
      if (value.kind !== 'described') return [];
      return counts
        .assistance(value.theme, counts.hasPrevious)
        .printed.filter(({ part }) => (value.onwards ? part >= value.part : part === value.part))
        .flatMap(({ reference, stateIn }): Check[] => {
          const state = stateIn(locale);
          if (state !== 'missing' && state !== 'outdated') return [];
          const kind = state === 'missing' ? 'activity-untranslated' : 'activity-outdated';
          return [{ kind, blocking: true, key, locale, detail: reference }];
        });
    }),
  );
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
        .map((code): Check => ({ kind: 'ended', blocking: true, key, detail: code })),
    ),
    ...Object.entries(content.values).flatMap(([name, value]): Check[] =>
      value.kind === 'typed' ? [{ kind: 'by-hand', blocking: false, key, detail: name }] : [],
    ),
    ...Object.keys(content.held ?? {}).map((name): Check => ({
      kind: 'held',
      blocking: false,
      key,
      detail: name,
    })),
    ...Object.values(content.claims).flatMap((claim): Check[] =>
      claim.kind === 'released'
        ? [{ kind: 'released', blocking: false, key, detail: claim.reason }]
        : [],
    ),
  ]);
}

/** Finds claims that are false and whose words the rendered text includes. */
function claimChecks(snapshot: EditionSnapshot, locale: Locale): Check[] {
  const { blocks: read, context } = renderBlocks(snapshot, locale);
  return read.flatMap(({ block, evaluated }) => {
    const message = parseMessage(blockText(block, snapshot.edition, locale));
    return (message ? activeClaims(context, evaluated, message) : [])
      .filter((name) => evaluated.claimResults[name] === false)
      .map((name): Check => ({
        kind: 'claim',
        blocking: true,
        key: block.key,
        locale,
        detail: name,
      }));
  });
}

function referenceChecks(snapshot: EditionSnapshot): Check[] {
  const { edition } = snapshot;
  const { blocks: read } = renderBlocks(snapshot, edition.sourceLocale);
  const named = new Set(
    read.flatMap(({ runs }) =>
      runs.flatMap(({ reference }) => (reference === undefined ? [] : [reference])),
    ),
  );
  const unreferenced = read
    .filter(({ block }) => block.content.exhibit && !named.has(block.key))
    .map(({ block: { key } }): Check => ({ kind: 'unreferenced', blocking: true, key }));
  return [...unreferenced, ...brokenReferences(snapshot)];
}

/**
 * Finds references that are read in a language and lead to no block with a number, which would be
 * printed as a dash: to what was removed, or is empty and left out.
 */
function brokenReferences(snapshot: EditionSnapshot): Check[] {
  const found = languagesOf(snapshot.edition).flatMap((locale) => {
    const { blocks, context } = renderBlocks(snapshot, locale);
    return blocks.flatMap(({ block: { key }, runs }) =>
      runs.flatMap(({ reference }): Check[] =>
        reference !== undefined && context.reference(reference) === null
          ? [{ kind: 'broken', blocking: true, key, detail: reference }]
          : [],
      ),
    );
  });
  return [...new Map(found.map((check) => [`${check.key} ${check.detail}`, check])).values()];
}

const reviewCheck =
  (kind: 'review' | 'unpublished') =>
  ({ id, code }: CountedSummary): Check => ({
    kind,
    blocking: false,
    key: null,
    detail: code,
    review: id,
  });

/** The checks of the texts in each language, with a rest in between: each takes some time. */
async function languageChecks(snapshot: EditionSnapshot): Promise<Check[]> {
  const pause = createPause();
  const found: Check[] = [];
  for (const locale of languagesOf(snapshot.edition)) {
    found.push(
      ...textChecks(snapshot, locale),
      ...descriptionChecks(snapshot, locale),
      ...claimChecks(snapshot, locale),
    );
    await pause.rest();
  }
  return found;
}

/** Lists all checks of an edition in the order of their kinds, and the blocks that changed. */
export async function listChecks(
  snapshot: EditionSnapshot,
  { accepted, comments, openReviews, unpublished }: CheckInput,
): Promise<Readonly<{ checks: readonly Check[]; moved: readonly ChangedBlock[] }>> {
  const ofLanguages = await languageChecks(snapshot);
  const moved = listChangedBlocks(snapshot, accepted);
  const found: Check[] = [
    ...ofLanguages,
    ...bindingChecks(snapshot),
    ...referenceChecks(snapshot),
    ...moved.map(({ key }): Check => ({ kind: 'moved', blocking: true, key })),
    ...comments
      .filter(({ resolvedAt }) => resolvedAt === null)
      .map(({ key }): Check => ({ kind: 'comment', blocking: true, key })),
    ...openReviews.map(reviewCheck('review')),
    ...unpublished.named.map(reviewCheck('unpublished')),
    ...(unpublished.hasOthers
      ? [{ kind: 'unpublished-others', blocking: false, key: null } as const]
      : []),
    ...(snapshot.blocks.length === 0
      ? [{ kind: 'empty', blocking: true, key: null } as const]
      : []),
  ];
  return {
    checks: checkKinds.flatMap((kind) => found.filter((check) => check.kind === kind)),
    moved,
  };
}
