import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '#lib/convention/names';
import { textOf, type FinishedNote } from '#lib/documents/model/document';
import { demonstrationManager, finished, opened, runsOf } from '#tests/support/factories/editions';
import facts from '../fixtures/the-2023-note.json' with { type: 'json' };

/**
 * The paragraphs of the note of 2023: the blocks of the draft that say the same, the facts that they
 * have to have in English and in Chinese, and what they are made of. `#9` is a number in digits or
 * words, `%9` a percentage; the rest is as it is written.
 */
const docsFile = 'docs/the-2023-note.md';
const owed = 60;

const englishNumbers = 'zero one two three four five six seven eight nine ten'.split(' ');
const chineseNumbers = '零 一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四'.split(' ');

/** The expression that finds a fact in a language. */
const pattern = (fact: string, locale: 'en' | 'zh'): RegExp => {
  const numbers = locale === 'en' ? englishNumbers : chineseNumbers;
  const anyForm = (n: string) => (numbers[Number(n)] ? `(?:${n}|${numbers[Number(n)]})` : n);
  const written = fact
    .replaceAll(/[().+]/g, (sign) => (fact.includes('(?:') ? sign : `\\${sign}`))
    .replaceAll(/#(\d+)/g, (_, n: string) => anyForm(n))
    .replaceAll(/%(\d+)/g, (_, n: string) => (locale === 'en' ? `${n} per cent` : `${n}%`));
  return new RegExp(written, 'iu');
};

const isNamed = (key: string, names: readonly string[]) =>
  names.some((name) =>
    name.endsWith('*') ? key.startsWith(name.replace(/\.?\*$/, '')) : key === name,
  );

/** What the blocks of a paragraph say, with the rows of tables. */
function said({ blocks, footnotes }: FinishedNote, names: readonly string[]): string {
  const own = blocks.filter(({ key }) => isNamed(key, names)).map((block) => textOf(runsOf(block)));
  const notes = isNamed('footnote', names) ? footnotes.map(({ runs }) => textOf(runs)) : [];
  return [...own, ...notes].join(' ');
}

const notes = {} as Record<'en' | 'zh', FinishedNote>;
beforeAll(async () => {
  const manager = await demonstrationManager();
  const id = await opened(manager, {
    previousSymbol: 'CAC/COSP/2021/10',
    agendaSymbol: 'CAC/COSP/2023/1',
    readSymbol: 'CAC/COSP/2021/9',
    sinceSession: 9,
    nextChapters: 'V',
    nextSession: 10,
  });
  for (const locale of ['en', 'zh'] satisfies Locale[])
    notes[locale] = await finished(manager, id, locale);
}, 120_000);

type Row = Readonly<{ n: string; by: string; blocks: readonly string[]; missing: string[] }>;

const rowOf = ({ n, by, blocks, en, zh }: (typeof facts)[number]): Row => {
  const missingIn = (locale: 'en' | 'zh', wanted: readonly string[]) =>
    wanted.filter((fact) => !pattern(fact, locale).test(said(notes[locale], blocks)));
  return { n, by, blocks, missing: [...missingIn('en', en), ...missingIn('zh', zh)] };
};

/** The table of the paragraphs, as it is committed. */
function tableOf(rows: readonly Row[]): string {
  const whole = rows.filter(({ missing }) => missing.length === 0).length;
  const lines = rows.map(({ n, by, blocks, missing }, at) => {
    const all = facts[at]!.en.length;
    const lacking = missing.filter((fact) => facts[at]!.en.includes(fact));
    const present = missing.length === 0 ? `all ${all}` : `${all - lacking.length} of ${all}`;
    const rest = missing.length === 0 ? '' : `; not: ${missing.join(', ')}`;
    return `| ${n} | ${blocks.map((key) => `\`${key}\``).join(', ')} | ${present}${rest} | ${by} |`;
  });
  return [
    '# The note of 2023 in the draft',
    '',
    'The 63 paragraphs of the note of 27 March 2023, the blocks of a new draft on the demonstration',
    'register that say the same, and whether these have all its facts in English and in Chinese.',
    '`tests/integration/the-2023-note.test.ts` makes this table and keeps it true; the facts are in',
    '`tests/fixtures/the-2023-note.json`.',
    '',
    `${whole} of ${rows.length} paragraphs have all their facts.`,
    '',
    '| paragraph | blocks | facts present | how |',
    '|---|---|---|---|',
    ...lines,
    '',
  ].join('\n');
}

describe('the paragraphs of the note of 2023', () => {
  it('have a counterpart each in a new draft', () => {
    expect(facts.map(({ n }) => n)).toEqual(Array.from({ length: 63 }, (_, at) => String(at + 1)));
    for (const { n, blocks } of facts)
      for (const locale of ['en', 'zh'] as const)
        expect(said(notes[locale], blocks), `paragraph ${n} in ${locale}`).not.toBe('');
  });

  it('come out with all their facts in English and Chinese, but three, as the table says', () => {
    const rows = facts.map(rowOf);
    const table = tableOf(rows);
    if (process.env.WRITE_TABLE) writeFileSync(docsFile, table);
    expect(readFileSync(docsFile, 'utf8')).toBe(table);
    expect(rows.filter(({ missing }) => missing.length === 0).length).toBeGreaterThanOrEqual(owed);
    // What activities say is said whole.
    for (const { n, missing } of rows.slice(39, 59)) expect(missing, `paragraph ${n}`).toEqual([]);
  });
});
