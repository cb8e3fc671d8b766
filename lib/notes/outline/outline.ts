import { categoryCodes } from '#lib/convention/categories';
import { locales, type Locale } from '#lib/convention/names';
import type { Reading } from '#lib/notes/model/evaluate';
import { assistance, further } from '#lib/notes/outline/assistance';
import type { Drawing, Standard } from '#lib/notes/outline/blocks';
import { byRegion } from '#lib/notes/outline/by-region';
import { crossCutting } from '#lib/notes/outline/cross-cutting';
import { introduction } from '#lib/notes/outline/introduction';
import { overall } from '#lib/notes/outline/overall';
import type { BlockContent, BlockKind } from '#lib/notes/model/vocabulary';
import { leastSummaries } from '#lib/counting/summaries/figures';
import ar from './ar.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

// A test holds that the six have the same texts with the same placeholders.
const texts: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  ar,
  en,
  es,
  fr,
  ru,
  zh,
};

/** The standard text of this name in a language. */
export const standardText = (name: string, locale: Locale): string | undefined =>
  texts[locale][name];

export type DraftedBlock = Readonly<{ key: string; kind: BlockKind; content: BlockContent }>;

export function drawingOf(reading: Reading, themes: readonly string[]): Drawing {
  const { regions, categories } = reading.ask({}, 'now');
  const needs = new Map(categories.map((each) => [each.category, each.needs]));
  return {
    reading,
    chapters: reading.chapters,
    themes,
    categories: categoryCodes
      .filter((code) => code !== 'other' || needs.get(code)! > 0)
      .toSorted((a, b) => needs.get(b)! - needs.get(a)!),
    deep: regions
      .filter(({ statesWithNeeds }) => statesWithNeeds >= leastSummaries)
      .map(({ region }) => region),
    few: regions
      .filter(({ statesWithNeeds }) => statesWithNeeds > 0 && statesWithNeeds < leastSummaries)
      .map(({ region }) => region),
  };
}

function drafted(
  { key, kind, text, values = {}, claims = {}, exhibit }: Standard,
  source: Locale,
): DraftedBlock {
  const from = texts[source][text]!;
  const own = Object.fromEntries(
    locales.map((locale) => [
      locale,
      { text: texts[locale][text]!, ...(locale !== source && { from }) },
    ]),
  );
  return { key, kind, content: { values, claims, texts: own, ...(exhibit && { exhibit }) } };
}

/** The first full draft of a note, in six languages, for what is counted now. */
export function standardDraft(
  reading: Reading,
  themes: readonly string[],
  source: Locale,
): DraftedBlock[] {
  const drawing = drawingOf(reading, themes);
  return [
    ...introduction,
    ...overall(drawing),
    ...byRegion(drawing),
    ...crossCutting(drawing),
    ...assistance(drawing),
    ...further(drawing),
  ].map((standard) => drafted(standard, source));
}
