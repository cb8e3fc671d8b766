import type { Chapter } from '#lib/convention/chapters';
import type { FigureContext } from '#lib/counting/summary-figures/context';

/** What the figures and tables of one page share. */
export type SummaryView = FigureContext & Readonly<{ chapters?: readonly Chapter[] }>;
