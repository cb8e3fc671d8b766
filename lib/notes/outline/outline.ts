import 'server-only';
import { createHash } from 'node:crypto';
import { categoryCodes } from '#lib/convention/categories';
import { locales, type Locale } from '#lib/convention/names';
import type { Edition } from '#lib/notes/model/edition';
import type { NoteCounts } from '#lib/notes/model/evaluate';
import { assistance, further } from '#lib/notes/outline/assistance';
import type { OutlineContext, StandardBlock } from '#lib/notes/outline/blocks';
import { byRegion } from '#lib/notes/outline/by-region';
import { crossCutting } from '#lib/notes/outline/cross-cutting';
import { introduction } from '#lib/notes/outline/introduction';
import { overall } from '#lib/notes/outline/overall';
import type { BlockContent, BlockKind, BoundValue } from '#lib/notes/model/vocabulary';
import { minimumSummaries } from '#lib/counting/figures/figures';
import ar from './ar.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import textsBefore from './texts-before.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

// A test checks that the six languages have the same texts with the same placeholders.
const standardTexts: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  ar,
  en,
  es,
  fr,
  ru,
  zh,
};

const standardByLocale = new Map(
  locales.map((locale) => [locale, new Set(Object.values(standardTexts[locale]))]),
);

/** The standard texts of earlier releases, which drafts keep, by the beginnings of their hashes. */
const standardBefore = new Set<string>(textsBefore);
const hashOf = (locale: Locale, text: string) =>
  createHash('sha256').update(`${locale} ${text}`).digest('hex').slice(0, 16);

/** Whether a text is one of the standard texts in a language, also of an earlier release. */
export const isStandardText = (locale: Locale, text: string): boolean =>
  standardByLocale.get(locale)!.has(text) || standardBefore.has(hashOf(locale, text));

export type DraftBlock = Readonly<{ key: string; kind: BlockKind; content: BlockContent }>;

function outlineContext(counts: NoteCounts, themes: readonly string[]): OutlineContext {
  const { regions, categories } = counts.count({}, 'now');
  const needs = new Map(categories.map((each) => [each.category, each.needs]));
  return {
    reading: counts,
    chapters: counts.chapters,
    themes,
    categories: categoryCodes
      .filter((code) => code !== 'other' || needs.get(code)! > 0)
      .toSorted((a, b) => needs.get(b)! - needs.get(a)!),
    detailedRegions: regions
      .filter(({ statesWithNeeds }) => statesWithNeeds >= minimumSummaries)
      .map(({ region }) => region),
    regionsWithFew: regions
      .filter(({ statesWithNeeds }) => statesWithNeeds > 0 && statesWithNeeds < minimumSummaries)
      .map(({ region }) => region),
  };
}

function toDraftBlock(
  { key, kind, text, values = {}, claims = {}, exhibit }: StandardBlock,
  source: Locale,
): DraftBlock {
  const from = standardTexts[source][text]!;
  const texts = locales.map((locale) => standardTexts[locale][text]!);
  const isUsed = ([name, value]: [string, BoundValue]) =>
    value.kind !== 'edition' || texts.some((each) => each.includes(`{${name}`));
  const bound = Object.fromEntries(Object.entries(values).filter(isUsed));
  const own = Object.fromEntries(
    locales.map((locale) => [
      locale,
      { text: standardTexts[locale][text]!, ...(locale !== source && { from }) },
    ]),
  );
  return { key, kind, content: { values: bound, claims, texts: own, ...(exhibit && { exhibit }) } };
}

/** The standard draft of a note in six languages, for the present counts. */
export function standardDraft(
  counts: NoteCounts,
  themes: readonly string[],
  { audience, sourceLocale }: Pick<Edition, 'audience' | 'sourceLocale'>,
): DraftBlock[] {
  const context = outlineContext(counts, themes);
  return [
    ...introduction(audience),
    ...overall(context),
    ...byRegion(context),
    ...crossCutting(context),
    ...assistance(context),
    ...further(context),
  ].map((standard) => toDraftBlock(standard, sourceLocale));
}
