/** A sound line of a needs file, as cells. */
const sound = (ref: string) => [
  ref,
  'KEN',
  '2',
  'II',
  '5',
  'policymaking',
  'pm-development',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
  '',
];

const columns = [
  'ref',
  'state',
  'cycle',
  'chapter',
  'articles',
  'category',
  'subcategory',
  'topics',
  'types',
  'tags',
  'priority',
  'text',
  'language',
  'quote',
  'target_groups',
] as const;
type Column = (typeof columns)[number];

/**
 * Fifty faults: the column each stands in, and the cells that make it. Written by hand from what
 * the import promises to find.
 */
const needFaults: readonly Readonly<[Column, Partial<Record<Column, string>>]>[] = [
  ['ref', { ref: '' }],
  ['ref', { ref: 'r'.repeat(101) }],
  ['ref', { ref: 'bell\u0007' }],
  ['ref', { ref: 'N1' }],
  ['state', { state: '' }],
  ['state', { state: 'XXX' }],
  ['state', { state: 'Kenya' }],
  ['state', { state: 'FRA' }],
  ['state', { cycle: '1', chapter: 'III', articles: '15' }],
  ['cycle', { cycle: '' }],
  ['cycle', { cycle: '3' }],
  ['cycle', { cycle: 'two' }],
  ['chapter', { chapter: '' }],
  ['chapter', { chapter: '2' }],
  ['chapter', { chapter: 'III', articles: '15' }],
  ['chapter', { chapter: 'VI' }],
  ['articles', { articles: '' }],
  ['articles', { articles: '4' }],
  ['articles', { articles: '60' }],
  ['articles', { articles: 'five' }],
  ['articles', { articles: '5,6' }],
  ['articles', { articles: '51' }],
  ['articles', { articles: '14;51' }],
  ['articles', { articles: '5;6;5' }],
  ['articles', { articles: 'general;5' }],
  ['articles', { articles: '5;;6' }],
  ['category', { category: '' }],
  ['category', { category: 'Policymaking' }],
  ['subcategory', { subcategory: '' }],
  ['subcategory', { subcategory: 'pm' }],
  ['subcategory', { subcategory: 'cb-training' }],
  ['topics', { topics: 'weather' }],
  ['topics', { topics: 'statistics;statistics' }],
  ['topics', { topics: 'statistics,databases' }],
  ['types', { types: 'lecture', category: 'capacity-building', subcategory: 'cb-training' }],
  ['types', { types: 'staff-training' }],
  [
    'types',
    {
      types: 'staff-training;staff-training',
      category: 'capacity-building',
      subcategory: 'cb-training',
    },
  ],
  ['tags', { tags: 'urgent' }],
  ['tags', { tags: 'training;training' }],
  ['priority', { priority: '0' }],
  ['priority', { priority: '1000' }],
  ['priority', { priority: '-1' }],
  ['priority', { priority: '1st' }],
  ['text', { text: 'x'.repeat(2001), language: 'en' }],
  ['text', { text: 'Caf\ufffd', language: 'fr' }],
  ['language', { text: 'Training' }],
  ['language', { text: 'Training', language: 'English' }],
  ['quote', { quote: 'x'.repeat(2001) }],
  ['target_groups', { target_groups: 'press' }],
  ['target_groups', { target_groups: 'media;media' }],
];

const written = (cell: string) =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/**
 * A needs file in which each fault stands in a line of its own among sound ones, and where: `LINE:
 * COLUMN`.
 */
export function plantedNeeds(): Readonly<{ content: string; places: readonly string[] }> {
  const lines = [columns.join(','), sound('N1').join(',')];
  const places = needFaults.map(([column, cells], i) => {
    const line = sound(`F${i}`).map((cell, place) => cells[columns[place]!] ?? cell);
    lines.push(line.map(written).join(','));
    const place = `${lines.length}: ${column}`;
    lines.push(sound(`S${i}`).join(','));
    return place;
  });
  return { content: `${lines.join('\n')}\n`, places };
}
