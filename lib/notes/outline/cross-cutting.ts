import {
  count,
  groups,
  heading,
  paragraph,
  ranking,
  share,
  type Drawing,
  type Standard,
} from '#lib/notes/outline/blocks';

/** The exchange of good practices and training, which cross the categories. */
export function crossCutting({ deep }: Drawing): Standard[] {
  const practices = { tag: 'good-practices' };
  const training = { tag: 'training' };
  const inDeep = deep.length > 0;
  return [
    heading(2, 'cross-cutting'),
    heading(3, 'good-practices'),
    paragraph('cross.good-practices', {
      needs: count('needs', practices),
      states: count('states', practices),
      all: count('needs'),
      share: share('needs', practices),
      top: ranking('article', practices, 1, 'both'),
    }),
    ...(inDeep
      ? [
          paragraph('cross.good-practices-deep', {
            groups: groups(deep),
            needs: count('needs', { ...practices, regions: deep }),
            states: count('states', { ...practices, regions: deep }),
            all: count('needs', { regions: deep }),
            share: share('needs', { ...practices, regions: deep }, { regions: deep }),
            top: ranking('article', { ...practices, regions: deep }, 1, 'both'),
          }),
        ]
      : []),
    paragraph('cross.good-practices-topics', { topics: ranking('topic', practices, 5, 'count') }),
    heading(3, 'training'),
    paragraph('cross.training', {
      needs: count('needs', training),
      states: count('states', training),
      statesShare: share('states', training),
      all: count('needs'),
      share: share('needs', training),
      categories: ranking('category', training, 7, 'count'),
    }),
    ...(inDeep
      ? [
          paragraph('cross.training-deep', {
            groups: groups(deep),
            states: count('states', { ...training, regions: deep }),
          }),
        ]
      : []),
    paragraph('cross.training-topics', { topics: ranking('topic', training, 5, 'count') }),
  ];
}
