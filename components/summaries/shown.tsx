import type { Chapter } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/i18n';
import type { Count } from '#lib/summaries/numbers';

/** Lengths of bars that begin at zero: the largest value takes all the room there is, and zero none. */
export type BarScale = (most: number, room: number) => (n: number) => number;

/** What the figures and tables of one page share: its one count, its language, and the filter as part of an address. */
export type Shown = Readonly<{ locale: Locale; t: Translate; count: Count; chapter: Chapter; query: string; scale: BarScale }>;

/** The name of a code of the vocabulary in the language of the page. */
export type NameOf = (code: string) => string;
