import { describe, expect, it } from 'vitest';
import { csv, fileOf } from '#tests/support/imports/files';
import { cellsOf, rowsOf } from '#tests/support/imports/reading';

const states = ['state', 'region', 'cycle', 'completed_on'];
const faultsOf = async (content: string | Uint8Array, kind: 'states' | 'needs' = 'states') =>
  (await rowsOf(kind, content)).faults;

describe('the header line', () => {
  it.each([
    ['comma', 'state,region,cycle,completed_on\nKEN,AFR,2,2020-01-31\n'],
    ['semicolon', 'state;region;cycle;completed_on\nKEN;AFR;2;2020-01-31\n'],
    ['tab', 'state\tregion\tcycle\tcompleted_on\r\nKEN\tAFR\t2\t2020-01-31\r\n'],
    [
      'comma, in another order, quoted',
      '"completed_on","cycle","region","state"\n"2020-01-31","2","AFR","KEN"',
    ],
    ['comma, with spaces', ' state , region,cycle ,completed_on\n KEN, AFR ,2 , 2020-01-31\n'],
  ])('tells the columns apart by %s', async (_name, content) => {
    expect(await cellsOf('states', content, states)).toEqual({
      cells: [['KEN', 'AFR', '2', '2020-01-31']],
      lines: [2],
      faults: [],
    });
  });

  it('separates the entries of a list by semicolon, and by | where semicolons separate cells', async () => {
    const header = [
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
    ];
    const articlesIn = async (content: string) =>
      (await rowsOf('needs', content)).rows.map((row) => row.list('articles'));
    expect(
      await articlesIn(`${header.join(',')}\n1,,,,5; 6,,,,,,\n2,,,,,,,,,,\n3,,,,5|6,,,,,,\n`),
    ).toEqual([['5', '6'], [], ['5|6']]);
    expect(await articlesIn(`${header.join(';')}\n1;;;;"5;6";;;;;;\n2;;;;5|6;;;;;;\n`)).toEqual([
      ['5', '6'],
      ['5', '6'],
    ]);
  });

  it('with columns that are unknown, missing or there twice is refused in line 1', async () => {
    expect(await faultsOf('state,region,cycle,cycle,remark\n')).toEqual([
      'states.csv:1: cycle: the column appears twice; allowed: once',
      'states.csv:1: remark: "remark" is not a column of this file; allowed: state, region, cycle, completed_on, published_on',
      'states.csv:1: completed_on: the column is missing; required: state, region, cycle, completed_on',
    ]);
  });

  it('with a text but no language is refused', async () => {
    expect(await faultsOf(csv('needs').replace('priority', 'priority,text'), 'needs')).toEqual([
      'needs.csv:1: language: the column is missing; required where there is a column "text"',
    ]);
  });

  it('without any known column is refused', async () => {
    expect(await faultsOf('Estado|Región\n')).toEqual([
      'states.csv:1: no column of the header line is known; allowed: state, region, cycle, completed_on, published_on, separated by comma, semicolon or tab',
    ]);
  });
});

describe('the file as a whole', () => {
  it('may hold a header line alone', async () => {
    expect(await cellsOf('states', csv('states'), states)).toEqual({
      cells: [],
      lines: [],
      faults: [],
    });
    expect(await cellsOf('states', 'state,region,cycle,completed_on', states)).toEqual({
      cells: [],
      lines: [],
      faults: [],
    });
  });

  it('may hold empty rows, as spreadsheets save them', async () => {
    expect(
      await cellsOf('states', csv('states', '', ',,,', 'KEN,AFR,2,', ' , ,, ', ',,,,,,'), states),
    ).toEqual({ cells: [['KEN', 'AFR', '2', '']], lines: [4], faults: [] });
  });

  it('is refused when it is empty', async () => {
    expect(await faultsOf('')).toEqual([
      'states.csv:1: the file is empty; allowed: a header line with the columns state, region, cycle, completed_on, published_on',
    ]);
  });

  it('names the lines with too many or too few cells', async () => {
    expect(
      await faultsOf(csv('states', 'KEN,AFR,2', 'KEN,AFR,2,2020-01-31,', 'KEN,AFR,1,')),
    ).toEqual([
      'states.csv:2: 3 cells; required: 4, as in the header line',
      'states.csv:3: 5 cells; required: 4, as in the header line',
    ]);
  });

  it('names the line of a byte that is not UTF-8, after the rows before it', async () => {
    const { rows, faults } = await rowsOf(
      'states',
      Buffer.from(csv('states', 'KEN,AFR,2,', '"C\xf4te', 'd\'Ivoire",AFR,2,'), 'latin1'),
    );
    expect(rows.map((row) => row.text('state'))).toEqual(['KEN']);
    expect(faults).toEqual([
      'states.csv:3: the byte 0xF4 at offset 45 is not UTF-8, so the encoding is another one (such as Windows-1252 or 1256) and cannot be known for certain; save the file as UTF-8',
    ]);
  });

  it('names the line where a quotation mark was opened and never closed', async () => {
    expect(await faultsOf(csv('states', 'KEN,AFR,2,', 'UGA,"AFR,2,', 'TZA,AFR,2,'))).toEqual([
      'states.csv:3: the quotation mark that begins a cell here is never closed; the rest of the file was not read',
    ]);
  });

  it('refuses a header line without end', async () => {
    expect(await faultsOf('state,'.repeat(500_000))).toEqual([
      'states.csv:1: is longer than 1000000 characters; the rest of the file was not read',
    ]);
  });

  it('is not there, or is a folder', async () => {
    const { CsvFile } = await import('#lib/needs/imports/pipeline/csv-file');
    const { Faults } = await import('#lib/needs/imports/pipeline/faults');
    const file = await fileOf('states', '');
    const faults = new Faults();
    for (const [path, name] of [
      [`${file.path}.gone`, 'gone.csv'],
      [`${file.path}/in`, 'in.csv'],
      ['/tmp', 'tmp'],
    ] as const) {
      for await (const _ of new CsvFile({ ...file, path, name }, faults, () => undefined).rows());
    }
    expect(faults.lines()).toEqual([
      'gone.csv:1: there is no such file',
      'in.csv:1: there is no such file',
      'tmp:1: is no regular file; an import reads its files twice, so a folder or a pipe will not do',
    ]);
  });
});
