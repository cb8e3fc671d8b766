import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { fileOf, reference } from '#tests/support/imports/files';
import { imported, refused } from '#tests/support/imports/runs';
import { revision } from '#tests/support/databases/log-rows';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { row } from '#tests/support/databases/sql';

beforeAll(async () => {
  await freshRegister();
  await imported([reference('states'), reference('needs')]);
  await imported([await fileOf('needs', texted)]);
});

const needsCsv = readFileSync('db/seed/demonstration/needs.csv', 'utf8');
/** The reference file, with a text of every script in its first need. */
const text = 'Café: تدريب المحققين, 培训, обучение; «peu» 😀';
const texted = needsCsv
  .replace('priority\r\n', 'priority,text,language\r\n')
  .replace(/(?<=\d|,)\r\n/g, ',,\r\n')
  .replace(/^(N001,.*),,\r\n/m, `$1,"${text}",fr\r\n`);
const cells = (line: string) =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell ?? '').slice(0, 13);
const by = (delimiter: string, list = ';') =>
  texted
    .trim()
    .split('\r\n')
    .map((line) =>
      cells(line)
        .map((cell) => (cell.startsWith('"') ? cell : cell.replaceAll(';', list)))
        .map((cell) => (cell.includes(delimiter) && !cell.startsWith('"') ? `"${cell}"` : cell))
        .join(delimiter),
    )
    .join('\n');

it('holds the text that the variants below must hold', async () => {
  expect(await row(`select text, language from need where source_ref = 'N001'`)).toEqual({
    text,
    language: 'fr',
  });
});

it.each<[string, () => string | Uint8Array]>([
  ['UTF-8 with a byte order mark', () => `\ufeff${texted}`],
  ['UTF-16, little end first', () => Buffer.from(`\ufeff${texted}`, 'utf16le')],
  ['UTF-16, big end first', () => Buffer.from(`\ufeff${texted}`, 'utf16le').swap16()],
  ['lines that end in LF', () => texted.replaceAll('\r\n', '\n')],
  ['lines that end in CR', () => texted.replaceAll('\r\n', '\r')],
  ['semicolons between cells, lists in quotation marks', () => by(';')],
  ['semicolons between cells, lists separated by |', () => by(';', '|')],
  ['tabs between cells', () => by('\t')],
  [
    'tabs, in UTF-16, as spreadsheets save Unicode text',
    () => Buffer.from(`\ufeff${by('\t').replaceAll('\n', '\r\n')}`, 'utf16le'),
  ],
])('the same file with %s says the same', async (_name, content) => {
  const before = await revision();
  expect((await imported([await fileOf('needs', content())])).report.needs).toEqual({
    added: 0,
    changed: 0,
    unchanged: 315,
  });
  expect(await revision()).toBe(before);
});

it.each([
  [
    'Windows-1252',
    Buffer.from(texted.replace(text, 'Caf\u00e9'), 'latin1'),
    /needs\.csv:2: the byte 0xE9 at offset \d+ is not UTF-8/,
  ],
  [
    'Windows-1256',
    Buffer.from(texted.replace(text, '\u00ca\u00cf\u00d1\u00ed\u00c8'), 'latin1'),
    /needs\.csv:2: the byte 0xCA at offset \d+ is not UTF-8/,
  ],
  [
    'UTF-16 without its mark',
    Buffer.from(texted, 'utf16le'),
    /needs\.csv:1: holds zero bytes, as UTF-16 without a byte order mark does/,
  ],
])('a file in %s is refused, not guessed at', async (_name, content, fault) => {
  expect(await refused([await fileOf('needs', content)])).toEqual([expect.stringMatching(fault)]);
});
