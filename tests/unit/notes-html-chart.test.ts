import { describe, expect, it } from 'vitest';
import type { Locale } from '#lib/convention/names';
import { formatPercent } from '#lib/text/format';
import { layoutBars } from '#lib/documents/figures/bar-layout';
import { seriesChart } from '#lib/documents/figures/series-chart';
import { chartSvg } from '#lib/documents/html/chart-svg';
import { textWidth } from '#lib/text/wrap-label';
import { readMarkup } from '#tests/support/pages/read-markup';

type Chart = Parameters<typeof seriesChart>[1];
const chart: Chart = {
  kind: 'stacked',
  percent: false,
  axis: '',
  labels: [
    'Group of African States',
    'A very long label that cannot stand in one line of three hundred and twenty units at all',
  ],
  series: [
    { name: 'Capacity-building', colour: 0, values: [78, 1] },
    { name: 'Legislative assistance', colour: 1, values: [30, 0] },
    { name: 'Policymaking', colour: 4, values: [92, 1] },
  ],
};
const drawn = (given: Chart, locale: Locale = 'en') =>
  readMarkup(
    chartSvg(seriesChart(locale, given), {
      id: 'f',
      title: 'Title',
      description: 'Description',
      locale,
    }).text,
  ).elements;
const rects = (given: Chart, locale?: Locale) =>
  drawn(given, locale)
    .filter(({ name }) => name === 'rect')
    .map(({ attributes: { x, width, class: series } }) => ({
      x: Number(x),
      width: Number(width),
      series,
    }));

describe('a figure of a note', () => {
  it('says its title and description, and each number at its bar', () => {
    const elements = drawn(chart);
    expect(elements[0]!.attributes).toMatchObject({
      role: 'img',
      'aria-labelledby': 'f-title f-desc',
      direction: 'ltr',
    });
    expect(
      elements.filter(({ name }) => name === 'title' || name === 'desc').map(({ text }) => text),
    ).toEqual(['Title', 'Description']);
    const texts = elements.filter(({ name }) => name === 'text').map(({ text }) => text);
    for (const text of [
      '200',
      '78',
      '30',
      '92',
      '2',
      'Capacity-building',
      'Legislative assistance',
      'Policymaking',
      'Group of African States',
    ])
      expect(texts).toContain(text);
    expect(texts).not.toContain('0');
    expect(texts.join(' ')).toContain(chart.labels[1]);
  });

  it('draws bars from zero whose lengths are as their numbers', () => {
    const bars = rects(chart).slice(0, -chart.series.length);
    expect(bars.map(({ series }) => series)).toEqual([
      'series-0',
      'series-1',
      'series-4',
      'series-0',
      'series-4',
    ]);
    expect(bars[0]!.x).toBe(0);
    expect(bars[1]!.x).toBeCloseTo(bars[0]!.width, 0);
    expect(bars[2]!.width / bars[0]!.width).toBeCloseTo(92 / 78, 2);
    const [long, short] = rects({
      ...chart,
      kind: 'bars',
      series: [{ name: 'One', colour: 2, values: [80, 20] }],
    });
    expect(long!.x).toBe(0);
    expect(long!.width / short!.width).toBeCloseTo(4, 1);
  });

  it('mirrors for Arabic, where bars begin at the right', () => {
    const [left, right] = [rects(chart), rects(chart, 'ar')];
    expect(right.map(({ x, width }) => Math.abs(Math.round(320 - x - width)))).toEqual(
      left.map(({ x }) => Math.round(x)),
    );
    expect(
      drawn(chart, 'ar')
        .filter(({ name }) => name === 'text')
        .every(
          ({ attributes, text }) =>
            attributes['text-anchor'] === 'end' &&
            text.startsWith('\u2067') &&
            text.endsWith('\u2069'),
        ),
    ).toBe(true);
  });

  it('lets no text stand beyond its edge, nor two numbers of a bar on each other', () => {
    for (const values of [
      [78, 30, 92],
      [1, 1, 1],
      [1000, 1, 1],
      [1, 1, 1000],
    ]) {
      const given: Chart = {
        ...chart,
        labels: ['能力建设'],
        series: chart.series.map((each, i) => ({ ...each, values: [values[i]!] })),
      };
      const texts = layoutBars(seriesChart('en', given)).places.filter(
        (place) => place.kind === 'text',
      );
      for (const { x, text } of texts) expect(x + textWidth(text), text).toBeLessThanOrEqual(320);
      const under = texts
        .filter(({ role, text }) => role === 'small' && /^[\d,]+$/.test(text))
        .toSorted((a, b) => a.x - b.x);
      expect(under).toHaveLength(3);
      under
        .slice(1)
        .forEach(({ x }, i) =>
          expect(x).toBeGreaterThanOrEqual(under[i]!.x + textWidth(under[i]!.text)),
        );
    }
  });

  it('tells its colours apart by hatching, and stands without any number', () => {
    const hatch = (series: Chart['series']) =>
      drawn({ ...chart, series }).find(({ attributes }) => attributes.class === 'hatching')
        ?.attributes.d ?? '';
    const colours = [0, 1, 2, 3, 4] as const;
    const each = colours.map((colour) => hatch([{ name: 'One', colour, values: [5, 5] }]));
    expect(new Set(each).size).toBe(5);
    const none = chartSvg(
      seriesChart('en', { ...chart, series: [{ name: 'One', colour: 0, values: [0, 0] }] }),
      { id: 'f', title: '', description: '', locale: 'en' },
    ).text;
    expect(none).not.toMatch(/NaN|Infinity/);
    expect(
      chartSvg(seriesChart('en', { ...chart, labels: [], series: [] }), {
        id: 'f',
        title: '',
        description: '',
        locale: 'en',
      }).text,
    ).not.toMatch(/NaN|Infinity/);
  });

  it('says percentages as such', () => {
    const texts = drawn(
      {
        ...chart,
        kind: 'bars',
        percent: true,
        series: [{ name: 'One', colour: 0, values: [64, 23] }],
      },
      'fr',
    )
      .filter(({ name }) => name === 'text')
      .map(({ text }) => text);
    expect(texts).toContain(formatPercent('fr', 64));
  });
});
