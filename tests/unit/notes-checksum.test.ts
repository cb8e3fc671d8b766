import { describe, expect, it } from 'vitest';
import { seriesChart } from '#lib/documents/figures/series-chart';
import type { Block } from '#lib/documents/model/document';
import { canonicalBlock } from '#lib/notes/assembly/canonical-block';

const figure = (kind: 'bars' | 'stacked'): Block => ({
  kind: 'figure',
  key: 'figure.states',
  label: 'Figure I',
  caption: [{ text: 'States' }],
  note: null,
  table: { columns: ['Regional group'], rows: [] },
  chart: seriesChart('en', {
    kind,
    percent: false,
    axis: 'Number',
    labels: ['African', 'Asia-Pacific'],
    series: [
      { name: 'Completed', colour: 0, values: [20, 22] },
      { name: 'With needs', colour: 1, values: [17, 14] },
    ],
  }),
  description: 'Two bars for each group',
});

describe('a figure in the checksum of an edition', () => {
  it.each(['bars', 'stacked'] as const)(
    'has the form that editions were frozen with, drawn as %s',
    (kind) => {
      const { chart } = canonicalBlock(figure(kind)) as { chart: unknown };
      expect(JSON.stringify(chart)).toBe(
        `{"kind":"${kind}","percent":false,"axis":"Number","labels":["African","Asia-Pacific"],` +
          '"series":[{"name":"Completed","colour":0,"values":[20,22]},' +
          '{"name":"With needs","colour":1,"values":[17,14]}]}',
      );
    },
  );
});
