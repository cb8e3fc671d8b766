/**
 * npm run house: measures the text and the structure of the sources and prints them as a table.
 * docs/architecture.md keeps what it printed, with its date.
 */
import { readFileSync } from 'node:fs';
import { areas } from '#bin/house/areas';
import { functionsIn } from '#bin/house/functions';
import { circlesOf, importsWithin, sourcesIn } from '#bin/house/imports';

const folders = ['app', 'bin', 'components', 'db', 'lib', 'tests'] as const;
const longest = 10;
const screen = 50;

const say = (line = '') => process.stdout.write(`${line}\n`);
const percent = (n: number, of: number) => `${((100 * n) / of).toFixed(1)} %`;

type Text = Readonly<{ file: string; lines: readonly string[] }>;
const textOf = (file: string): Text => ({ file, lines: readFileSync(file, 'utf8').split('\n') });
const written = ({ lines }: Text) => lines.filter((line) => line.trim() !== '');

const texts = folders.flatMap(sourcesIn).map(textOf);
const all = texts.flatMap(written);
const over = (width: number) => all.filter((line) => line.length > width).length;

say('| measure | value |');
say('|---|---|');
say(`| files | ${texts.length} |`);
say(`| lines with text | ${all.length} |`);
say(`| mean line | ${(all.join('').length / all.length).toFixed(1)} characters |`);
for (const width of [100, 120, 160]) {
  say(`| lines over ${width} | ${over(width)} (${percent(over(width), all.length)}) |`);
}
const circles = circlesOf(importsWithin('lib'));
say(`| circles between folders of lib | ${circles.length} |`);
for (const circle of circles) say(`| a circle | ${circle.join(' ')} |`);

const product = texts.filter(({ file }) => !file.startsWith('tests/'));
const functions = product
  .flatMap(({ file, lines }) => functionsIn(file, lines.join('\n')))
  .toSorted((a, b) => b.lines - a.lines);
const tooLong = functions.filter(({ lines }) => lines > screen);
say(`| functions over ${screen} lines, without tests | ${tooLong.length} of ${functions.length} |`);

say();
say('| area of lib | files | lines |');
say('|---|---|---|');
for (const area of areas) {
  const own = texts.filter(({ file }) => file.startsWith(`lib/${area}/`));
  say(`| ${area} | ${own.length} | ${own.flatMap(written).length} |`);
}

say();
say('| longest functions | lines |');
say('|---|---|');
for (const { file, name, line, lines } of functions.slice(0, longest)) {
  say(`| ${name} (${file}:${line}) | ${lines} |`);
}
