import type { Editor, Follow } from '#tests/recipes/recipe';

/** The number that is added to the count: in how many regional groups there are needs. */
const number = 'regionsWithNeeds';

function addNumber({ addAfter, replace }: Editor) {
  addAfter(
    'lib/counting/count/count-types.ts',
    'totals: Readonly<{\n    summaries: number;\n',
    `    ${number}: number;\n`,
  );
  addAfter(
    'lib/counting/count/count.ts',
    'totals: {\n      summaries,\n',
    `      ${number}: statesWithNeeds.byRegion.filter((states) => states > 0).length,\n`,
  );
  addAfter(
    'lib/counting/summaries/api-response.ts',
    'summaries: totals.summaries,\n',
    `    ${number}: totals.${number},\n`,
  );
  replace(
    'lib/api/operations/numbers.ts',
    'totals: z.object({ summaries: z.int(),',
    `totals: z.object({ summaries: z.int(), ${number}: z.int(),`,
  );
  replace(
    'bin/witness/recount.ts',
    'totals: {\n',
    `totals: {\n      ${number}: (await numbers('region')).length,\n`,
  );
  addAfter(
    'tests/unit/count.test.ts',
    'totals).toEqual({\n      summaries: 4,\n',
    `      ${number}: 2,\n`,
  );
  replace(
    'tests/unit/count.test.ts',
    'totals).toEqual({\n      summaries: 3,\n',
    `totals).toEqual({\n      summaries: 3,\n      ${number}: 1,\n`,
  );
  replace(
    'tests/support/factories/hand-made-count.ts',
    'totals: { summaries: 10,',
    `totals: { summaries: 10, ${number}: 4,`,
  );
}

const name = 'statesInRegions';

/** The figure itself: as figure 4, with a name, a number and texts of its own. */
function addFigureLikeFour({ read, write, addAfter }: Editor) {
  const file = 'lib/counting/summary-figures/by-region.ts';
  const source = read(file);
  const figure = source.slice(source.indexOf('export function shareOfStates('));
  const copy = figure
    .replace('function shareOfStates(', `function ${name}(`)
    .replace('figure-4', 'figure-11')
    .replace('number: 4', 'number: 11')
    .replace(
      `t('figures.shareOfStates')`,
      `t('figures.${name}', { count: count.totals.${number} })`,
    )
    .replace(`t('figures.shareOfStatesRule')`, `t('figures.${name}Rule')`);
  write(file, `${source}\n/** Figure 11: the same, as figure 4. */\n${copy}`);
  const named = 'lib/counting/summary-figures/named.ts';
  addAfter(named, 'import { shareOfStates, ', `${name}, `);
  addAfter(named, `'figure-4': shareOfStates,\n`, `  'figure-11': ${name},\n`);
}

function addTexts({ read, write }: Editor, file: string) {
  const texts = JSON.parse(read(file)) as { figures: Record<string, string> };
  texts.figures[name] = `${texts.figures.shareOfStates} ({count, number})`;
  texts.figures[`${name}Rule`] = texts.figures.shareOfStatesRule!;
  write(file, `${JSON.stringify(texts, null, 2)}\n`);
}

function addToPage({ addAfter }: Editor) {
  const page = 'app/[locale]/summaries/regions/page.tsx';
  addAfter(page, 'import { shareOfStates, ', `${name}, `);
  addAfter(
    page,
    '<Figure {...view} figure={shareOfStates(view)} />\n',
    `      <Figure {...view} figure={${name}(view)} />\n`,
  );
  const drawn = 'tests/support/counting/figures.tsx';
  addAfter(drawn, 'import { shareOfStates, ', `${name}, `);
  addAfter(drawn, '  4: shareOfStates(shown),\n', `  11: ${name}(shown),\n`);
}

/** Adds a number to the count, and a figure that shows it. */
export const addFigure: Follow = (editor) => {
  addNumber(editor);
  addFigureLikeFour(editor);
  addToPage(editor);
  for (const locale of ['ar', 'en', 'es', 'fr', 'ru', 'zh'])
    addTexts(editor, `messages/${locale}.json`);
};
