import {
  chaptersValue,
  countValue,
  factValue,
  headingBlock,
  itemBlock,
  paragraphBlock,
  type StandardBlock,
} from '#lib/notes/outline/blocks';
import type { Audience } from '#lib/notes/model/vocabulary';

/** The introduction. A note for the public says that it counts published summaries only. */
export const introduction = (audience: Audience): readonly StandardBlock[] => [
  {
    key: 'summary',
    kind: 'summary',
    text: 'summary',
    values: { ...chaptersValue, summaries: countValue('summaries'), cutoff: factValue('cutoff') },
  },
  {
    key: 'summary.since',
    kind: 'summary',
    text: 'summary.since',
    values: { sinceSession: factValue('sinceSession'), sinceHeld: factValue('sinceHeld') },
  },
  headingBlock(1, 'introduction'),
  paragraphBlock('intro.convention'),
  paragraphBlock('intro.priorities'),
  paragraphBlock('intro.coordination'),
  paragraphBlock('intro.declaration'),
  paragraphBlock('intro.parts'),
  itemBlock('intro.part-needs', {
    ...chaptersValue,
    cycle: factValue('cycle'),
    data: { kind: 'footnote', key: 'footnote.data' },
  }),
  itemBlock(
    'intro.part-assistance',
    {
      sinceSession: factValue('sinceSession'),
      reading: { kind: 'footnote', key: 'footnote.reading' },
    },
    'intro.part-assistance-since',
  ),
  {
    key: 'footnote.reading',
    kind: 'footnote',
    text: 'footnote.reading',
    values: { readSymbol: factValue('readSymbol') },
  },
  {
    key: 'footnote.data',
    kind: 'footnote',
    text: audience === 'public' ? 'footnote.data-published' : 'footnote.data',
    values: { cutoff: factValue('cutoff') },
  },
];
