/**
 * npm run house: measures the text and the structure of the sources and prints tables.
 * docs/architecture.md has what it printed, with the date.
 */
import { readFileSync } from 'node:fs';
import { areas } from '#bin/house/areas';
import { functionsIn } from '#bin/house/functions';
import { circlesOf, importsWithin, sourcesIn } from '#bin/house/imports';
import { measureJourneys } from '#bin/house/journeys';

const folders = ['app', 'bin', 'components', 'db', 'lib', 'tests'] as const;
const longestShown = 10;
const maxFunctionLines = 50;

type Source = Readonly<{ file: string; lines: readonly string[] }>;

const print = (line = '') => process.stdout.write(`${line}\n`);
const percent = (n: number, of: number) => `${((100 * n) / of).toFixed(1)} %`;
const readSource = (file: string): Source => ({
  file,
  lines: readFileSync(file, 'utf8').split('\n'),
});
const nonBlank = ({ lines }: Source) => lines.filter((line) => line.trim() !== '');

const sources = folders.flatMap(sourcesIn).map(readSource);
const allLines = sources.flatMap(nonBlank);
const countOver = (width: number) => allLines.filter((line) => line.length > width).length;

print('| measure | value |');
print('|---|---|');
print(`| files | ${sources.length} |`);
print(`| lines with text | ${allLines.length} |`);
print(`| mean line | ${(allLines.join('').length / allLines.length).toFixed(1)} characters |`);
for (const width of [100, 120, 160]) {
  const over = countOver(width);
  print(`| lines over ${width} | ${over} (${percent(over, allLines.length)}) |`);
}
const circles = circlesOf(importsWithin('lib'));
print(`| circles between folders of lib | ${circles.length} |`);
for (const circle of circles) print(`| a circle | ${circle.join(' ')} |`);

const functions = sources
  .filter(({ file }) => !file.startsWith('tests/'))
  .flatMap(({ file, lines }) => functionsIn(file, lines.join('\n')))
  .toSorted((a, b) => b.lines - a.lines);
const tooLong = functions.filter(({ lines }) => lines > maxFunctionLines);
print(
  `| functions over ${maxFunctionLines} lines, without tests | ${tooLong.length} of ${functions.length} |`,
);

print();
print('| area of lib | files | lines |');
print('|---|---|---|');
for (const area of areas) {
  const ofArea = sources.filter(({ file }) => file.startsWith(`lib/${area}/`));
  print(`| ${area} | ${ofArea.length} | ${ofArea.flatMap(nonBlank).length} |`);
}

print();
print('| longest functions | lines |');
print('|---|---|');
for (const { file, name, line, lines } of functions.slice(0, longestShown)) {
  print(`| ${name} (${file}:${line}) | ${lines} |`);
}

print();
print('| what passes through files of its own areas | files |');
print('|---|---|');
for (const { name, files } of await measureJourneys()) {
  print(`| ${name} | ${files.length} |`);
  if (process.argv.includes('--files')) for (const file of files) print(`| ${file} | |`);
}
