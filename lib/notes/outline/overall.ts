import {
  chaptersFact,
  count,
  fact,
  figure,
  heading,
  named,
  paragraph,
  ranking,
  share,
  to,
  type Drawing,
  type Standard,
} from '#lib/notes/outline/blocks';
import type { Value } from '#lib/notes/model/vocabulary';

const assessment: readonly Standard[] = [
  heading(1, 'analysis', 'heading.analysis', chaptersFact),
  heading(2, 'overall'),
  paragraph('overall.new', {
    ...chaptersFact,
    before: fact('previousCutoff'),
    previous: fact('previousSymbol'),
    figure: to('figure.states'),
    newSummaries: count('summaries', { since: true }),
    newStates: count('states', { since: true }),
    newNeeds: count('needs', { since: true }),
    summaries: count('summaries'),
    states: count('states'),
    needs: count('needs'),
  }),
  figure('figure.states', { name: 'states-by-region', in: {} }, 'caption.states-by-region'),
  paragraph('overall.articles', {
    top: ranking('article', {}, 4, 'name'),
    low: ranking('article', {}, 3, 'name', 'fewest'),
    figure: to('figure.articles'),
    categories: to('figure.categories'),
  }),
  figure('figure.articles', { name: 'needs-by-article', in: {} }, 'caption.needs-by-article'),
  figure('figure.categories', { name: 'by-category', in: {} }, 'caption.by-category'),
];

function ofCategory(category: Drawing['categories'][number], place: number): Standard[] {
  const own = { category };
  const rank = { over: 'category', in: {}, item: category, order: 'most' } as const;
  const values: Record<string, Value> = {
    name: named('category', category),
    needs: count('needs', own),
    states: count('states', own),
    all: count('states'),
    share: share('needs', own),
    place: { kind: 'place', ...rank },
    regions: ranking('region', own, 5, 'share'),
  };
  return [
    heading(3, `category.${category}`, 'heading.name', { name: named('category', category) }),
    // The categories stand in the order of their needs: where that moves, the sections are to be
    // put into another order.
    paragraph(`category.${category}.size`, values, 'category.size', {
      place: { kind: 'place', ...rank, place, alone: false },
    }),
    paragraph(
      `category.${category}.subcategories`,
      { subcategories: ranking('subcategory', own, 99, 'both') },
      'category.subcategories',
    ),
    paragraph(
      `category.${category}.topics`,
      { topics: ranking('topic', own, 5, 'count') },
      'category.topics',
    ),
    ...(category === 'institution-building'
      ? [
          paragraph('category.institutions', {
            aiming: count('needs', { category: 'capacity-building', tag: 'aims-at-institutions' }),
            mention: count('needs', {
              category: 'institution-building',
              tag: 'mentions-capacity-building',
            }),
          }),
        ]
      : []),
  ];
}

export function overall({ categories, reading }: Drawing): Standard[] {
  const needs = (category: string) =>
    reading.ask({}, 'now').categories.find((each) => each.category === category)?.needs ?? 0;
  const place = (category: string) =>
    1 + categories.filter((other) => needs(other) > needs(category)).length;
  return [
    ...assessment,
    ...categories.flatMap((category) => ofCategory(category, place(category))),
  ];
}
