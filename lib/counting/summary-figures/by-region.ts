import { regionName } from '#lib/convention/regions';
import type { FigureContext } from '#lib/counting/summary-figures/context';
import { regionHeading, textHeadings } from '#lib/counting/summary-figures/headings';
import { sharesSentence, statesSentence } from '#lib/counting/summary-figures/sentences';
import {
  bar,
  countCell,
  shareCell,
  shareLength,
  summaryFigure,
  type SummaryFigure,
} from '#lib/counting/summary-figures/summary-figure';
import { regionsTable } from '#lib/counting/summary-figures/tables';
import { regionColour } from '#lib/documents/figures/figure';
import { formatNumber, formatPercent } from '#lib/text/format';

/** Figure 1: completed summaries and States with needs. */
export function summariesByRegion(context: FigureContext): SummaryFigure {
  const { locale, t, chapter, opens, count } = context;
  const rows = count.regions.map(({ region, summaries, statesWithNeeds }) => ({
    label: regionName(region, locale),
    bars: [
      bar('plain', summaries, formatNumber(locale, summaries), {
        thin: true,
        note: t('figures.summaries', { count: summaries }),
        href: opens?.('completed', { region }),
      }),
      bar(regionColour(region), statesWithNeeds, formatNumber(locale, statesWithNeeds), {
        note: t('figures.states', { count: statesWithNeeds }),
        href: opens?.('states', { region }),
      }),
    ],
  }));
  return summaryFigure(context, {
    id: 'figure-1',
    number: 1,
    caption: t('figures.summariesByRegion', { chapter }),
    rules: [t('figures.summariesRule')],
    rows,
    max: Math.max(...count.regions.map(({ summaries }) => summaries)),
    table: regionsTable(context),
    sentence: statesSentence(context),
  });
}

/** Figure 4: of the States reviewed, the share that has needs. */
export function shareOfStates(context: FigureContext): SummaryFigure {
  const { locale, t, opens, count } = context;
  const rows = count.regions.map(({ region, shareOfStates: share }) => ({
    label: regionName(region, locale),
    bars: [
      bar(regionColour(region), shareLength(share), formatPercent(locale, share.percent), {
        backdrop: true,
        note: t('figures.of', {
          n: formatNumber(locale, share.n),
          of: formatNumber(locale, share.of),
        }),
        href: opens?.('states', { region }),
      }),
    ],
  }));
  return summaryFigure(context, {
    id: 'figure-4',
    number: 4,
    caption: t('figures.shareOfStates'),
    rules: [t('figures.shareOfStatesRule')],
    rows,
    max: 100,
    percent: true,
    table: {
      columns: textHeadings(
        t('summaries.region'),
        t('summaries.statesColumn'),
        t('summaries.summariesColumn'),
        t('summaries.shareOfStates'),
      ),
      rows: count.regions.map(({ region, shareOfStates: share }) => ({
        header: regionHeading(context, region),
        cells: [
          countCell(share.n, opens?.('states', { region })),
          countCell(share.of, opens?.('completed', { region })),
          shareCell(share),
        ],
      })),
    },
    sentence: sharesSentence(context),
  });
}
