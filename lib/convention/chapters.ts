import type { Locale, Names } from '#lib/convention/names';

/** The substantive chapters of the Convention that country reviews cover. */
export const chapterCodes = ['II', 'III', 'IV', 'V'] as const;
export type Chapter = (typeof chapterCodes)[number];

/** The two cycles of the first review phase. */
export const cycles = [1, 2] as const;
export type Cycle = (typeof cycles)[number];

type ChapterFacts = Readonly<{ cycle: Cycle; first: number; last: number; title: Names }>;

const facts: Readonly<Record<Chapter, ChapterFacts>> = {
  II: {
    cycle: 2,
    first: 5,
    last: 14,
    title: {
      ar: 'التدابير الوقائية',
      en: 'Preventive measures',
      es: 'Medidas preventivas',
      fr: 'Mesures préventives',
      ru: 'Меры по предупреждению коррупции',
      zh: '预防措施',
    },
  },
  III: {
    cycle: 1,
    first: 15,
    last: 42,
    title: {
      ar: 'التجريم وإنفاذ القانون',
      en: 'Criminalization and law enforcement',
      es: 'Penalización y aplicación de la ley',
      fr: 'Incrimination, détection et répression',
      ru: 'Криминализация и правоохранительная деятельность',
      zh: '定罪和执法',
    },
  },
  IV: {
    cycle: 1,
    first: 43,
    last: 50,
    title: {
      ar: 'التعاون الدولي',
      en: 'International cooperation',
      es: 'Cooperación internacional',
      fr: 'Coopération internationale',
      ru: 'Международное сотрудничество',
      zh: '国际合作',
    },
  },
  V: {
    cycle: 2,
    first: 51,
    last: 59,
    title: {
      ar: 'استرداد الموجودات',
      en: 'Asset recovery',
      es: 'Recuperación de activos',
      fr: 'Recouvrement d’avoirs',
      ru: 'Меры по возвращению активов',
      zh: '资产的追回',
    },
  },
};

/**
 * The chapters under review, each with its cycle, its first and last article and its treaty title.
 */
export const chapters: readonly Readonly<{
  chapter: Chapter;
  cycle: Cycle;
  first: number;
  last: number;
  title: Names;
}>[] = chapterCodes.map((chapter) => ({ chapter, ...facts[chapter] }));

/** Whether a value is the number of a chapter under review. */
export const isChapter = (value: unknown): value is Chapter =>
  chapterCodes.includes(value as Chapter);

/** The review cycle that covers a chapter. */
export const cycleOfChapter = (chapter: Chapter): Cycle => facts[chapter].cycle;

/** The chapters that a review cycle covers, in treaty order. */
export const chaptersOfCycle = (cycle: Cycle): readonly Chapter[] =>
  chapterCodes.filter((chapter) => cycleOfChapter(chapter) === cycle);

/** The treaty title of a chapter in one language. */
export const chapterTitle = (chapter: Chapter, locale: Locale): string =>
  facts[chapter].title[locale];

/** The chapter in which an article stands, or undefined outside chapters II to V. */
export const chapterOfArticle = (article: number): Chapter | undefined =>
  Number.isInteger(article)
    ? chapterCodes.find(
        (chapter) => facts[chapter].first <= article && article <= facts[chapter].last,
      )
    : undefined;
