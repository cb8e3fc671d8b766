import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { needsTemplate } from '#lib/needs/imports/needs/template';
import { valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { confirming, courseOf, previewed } from '#tests/support/imports/previews';
import { onOneEngine } from '#tests/support/run/engines';

let at: Awaited<ReturnType<typeof panel>>;
beforeAll(async () => {
  await freshRegister();
  at = await panel();
});

const folder = 'tests/fixtures/cases';
const contentOf = (name: string) => readFileSync(`${folder}/${name}`);
const isTable = (name: string) => /\.(csv|xlsx)$/.test(name);

/** What the page says of each small file of rows that people lost something with. */
const courses: Readonly<Record<string, readonly string[]>> = {
  'C-numbers-summary.xlsx': ['2 new'],
  'D-hidden-first.xlsx': ['2 new'],
  'G-formulas.xlsx': [
    '2 wrong text: formulaWithoutValue',
    '3 new',
    '4 wrong text: cellError',
    '5 wrong text: cellError',
  ],
  'J-hidden-row.xlsx': ['2 new', '3 new', '4 new'],
  'P2-cells-without-r.xlsx': ['2 new'],
  'arabic-digits.csv': Array.from({ length: 12 }, (_, i) => `${i + 2} new`),
  'header-linebreak.csv': ['2 new'],
  'sep-line.csv': ['2 new'],
  'zwsp.csv': ['2 new', '3 wrong ref: repeatedRef'],
};

describe.runIf(onOneEngine)('a file of rows that people brought', () => {
  it.each(Object.entries(courses))('%s is read, or refused at its cells', async (name, course) => {
    const { review, focal } = at;
    const preview = await previewed(focal, review, contentOf(name));
    expect(courseOf(preview)).toEqual(course);
    expect(preview.hiddenLines ?? []).toEqual(name === 'J-hidden-row.xlsx' ? [3] : []);
  });

  it('has the articles that its digits name, in whatever script they are', async () => {
    const { review, focal } = at;
    const { plan } = await previewed(focal, review, contentOf('arabic-digits.csv'));
    const both = [7, 8];
    expect(plan.map(({ content }) => content?.articles)).toEqual([
      [7],
      both,
      both,
      both,
      both,
      both,
      both,
      both,
      [7],
      [7],
      [7],
      [7],
    ]);
    expect(plan.map(({ content }) => content?.priority).filter((each) => each !== null)).toEqual([
      1, 1,
    ]);
  });

  it('comes back as the same from the template, with whatever signs are in its texts', async () => {
    const { review, focal } = await panel();
    const texts = ['Literal _x000D_ and _x0041_ in text', 'a\ufffeb \uffff', '_x005F_x000D_ 😀'];
    const header =
      'ref,chapter,articles,category,subcategory,topics,types,tags,priority,text,language';
    const lines = texts.map((text, i) => `S${i},II,5,policymaking,pm-development,,,,,"${text}",en`);
    const first = await previewed(focal, review, [header, ...lines].join('\n'));
    const taken = first.plan.filter(({ faults }) => faults.length === 0).map(({ line }) => line);
    expect(taken).toContain(2);
    const sound = [header, ...lines.filter((_, i) => taken.includes(i + 2))].join('\n');
    valueOf(await confirming(focal, await previewed(focal, review, sound)));
    for (const format of ['csv', 'xlsx'] as const) {
      const template = await needsTemplate(focal, { reviewId: review.id, locale: 'en', format });
      const again = await previewed(focal, review, valueOf(template).body);
      expect(again.plan.map(({ outcome }) => outcome)).toEqual(taken.map(() => 'same'));
    }
  });

  it('t.xlsx, a template that an earlier release wrote, is read whole', async () => {
    const { review, focal } = at;
    const { plan } = await previewed(focal, review, contentOf('t.xlsx'));
    expect(plan).toHaveLength(30);
    expect(plan.find(({ line }) => line === 9)?.content?.text).toBe(
      'Naïve façade straße Ærø Łódź Đorđe Ødegård',
    );
  });

  it('has a test here, each of them', () => {
    const files = readdirSync(folder).filter((name) => isTable(name) && name !== 't.xlsx');
    expect(Object.keys(courses).toSorted()).toEqual(files.toSorted());
  });
});
