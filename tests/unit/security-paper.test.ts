import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const paper = readFileSync('docs/security.md', 'utf8');
/** The rows of OWASP ASVS 5.0 at levels 1 and 2, with their levels. */
const requiredRows = JSON.parse(readFileSync('tests/fixtures/asvs-rows.json', 'utf8')) as Record<
  string,
  number
>;

type Row = Readonly<{ id: string; level: string; asks: string; answer: string }>;

const rowsOf = (text: string): Row[] =>
  [...text.matchAll(/^\| (V\d+\.\d+\.\d+) \| (\d) \| ([^|]+) \| (.+) \|$/gm)].map(
    ([, id = '', level = '', asks = '', answer = '']) => ({ id, level, asks, answer }),
  );

const files = new Map<string, string>();
function textOf(file: string): string {
  const known = files.get(file);
  if (known !== undefined) return known;
  const text = existsSync(file) ? readFileSync(file, 'utf8').replaceAll(String.raw`\'`, `'`) : '';
  files.set(file, text);
  return text;
}

/** The tests that an answer names and that are not there. */
function missingTests(answer: string): string[] {
  const parts = answer.split(/<br>|(?<=\)); /);
  const named = parts.flatMap((part) => {
    const [, file, title] = /^`(tests\/[^`]+)`: (.+)$/.exec(part) ?? [];
    return file && title ? [{ file, title }] : [];
  });
  return named
    .filter(({ file, title }) => {
      const text = textOf(file);
      return !["'", '"', '`'].some((quote) => text.includes(quote + title + quote));
    })
    .map(({ file, title }) => `${file}: ${title}`);
}

/** How a row is answered; undefined where it is not. */
function kindOf({ answer }: Row): 'met' | 'not met' | 'not applicable' | undefined {
  if (/^not met: .{8,}/.test(answer)) return 'not met';
  if (/^not applicable: .{8,}/.test(answer)) return 'not applicable';
  return /`tests\/[^`]+`: ./.test(answer) ? 'met' : undefined;
}

const rows = rowsOf(paper);

describe('the table of docs/security.md', () => {
  it('has every row of OWASP ASVS 5.0 at levels 1 and 2, once, in its order', () => {
    expect(rows.map(({ id, level }) => [id, Number(level)])).toEqual(Object.entries(requiredRows));
    expect(rows).toHaveLength(253);
    expect(rowsOf('| V1.1.1 | 2 | decode once | a test |')).toHaveLength(1);
  });

  it('answers each by tests that there are, or says why it does not', () => {
    expect(rows.filter((row) => !kindOf(row)).map(({ id }) => id)).toEqual([]);
    expect(
      rows.flatMap(({ id, answer }) => missingTests(answer).map((test) => [id, test])),
    ).toEqual([]);
    const planted =
      '`tests/unit/form.test.ts`: no such test<br>`tests/unit/none.test.ts`: reading a form';
    expect(missingTests(planted)).toHaveLength(2);
    expect(missingTests('[Input](#input); `tests/unit/form.test.ts`: no such test')).toHaveLength(
      1,
    );
    expect(kindOf({ id: '', level: '', asks: '', answer: 'met by itself' })).toBeUndefined();
  });

  it('counts what is met', () => {
    const count = (kind: string) => rows.filter((row) => kindOf(row) === kind).length;
    expect(paper).toContain(
      `Of ${rows.length} rows ${count('met')} are met, ${count('not applicable')} are not applicable and ${count('not met')} are not met.`,
    );
  });

  it('has each section that OWASP asks to be written down', () => {
    const linked = new Set([...paper.matchAll(/\]\(#([a-z-]+)\)/g)].map(([, anchor]) => anchor!));
    expect(linked.size).toBeGreaterThan(10);
    for (const anchor of linked) {
      const title = anchor.replaceAll('-', ' ');
      const [, section = ''] = new RegExp(`^## ${title}\n([^]*?)(?=^## )`, 'im').exec(paper) ?? [];
      expect(section.length, `${title} says little`).toBeGreaterThan(300);
    }
  });
});
