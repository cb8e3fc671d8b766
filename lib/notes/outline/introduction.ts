import {
  chaptersFact,
  count,
  fact,
  heading,
  item,
  paragraph,
  type Standard,
} from '#lib/notes/outline/blocks';

export const introduction: readonly Standard[] = [
  {
    key: 'summary',
    kind: 'summary',
    text: 'summary',
    values: { ...chaptersFact, summaries: count('summaries'), cutoff: fact('cutoff') },
  },
  heading(1, 'introduction'),
  paragraph('intro.convention'),
  paragraph('intro.priorities'),
  paragraph('intro.coordination'),
  paragraph('intro.declaration'),
  paragraph('intro.parts'),
  item('intro.part-needs', {
    ...chaptersFact,
    cycle: fact('cycle'),
    data: { kind: 'footnote', key: 'footnote.data' },
  }),
  item('intro.part-assistance'),
  {
    key: 'footnote.data',
    kind: 'footnote',
    text: 'footnote.data',
    values: { cutoff: fact('cutoff') },
  },
];
