import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { categoryCodes } from '#lib/convention/categories';
import { chapterCodes } from '#lib/convention/chapters';
import { locales, type Names } from '#lib/convention/names';
import { formatCsvRecord, escapeFormulas, unescapeFormulas } from '#lib/files/tables/csv-cells';
import { columnName, columnNamed, Labels, type CodedColumn } from '#lib/needs/imports/needs/labels';
import { CsvParser } from '#lib/files/tables/csv-parser';
import { columnsOf } from '#lib/needs/imports/pipeline/vocabulary';
import { columnNamed as activityColumnNamed } from '#lib/assistance/activities/labels';
import { formerLabels } from '#lib/text/former-labels';
import { translator } from '#lib/text/i18n';
import { targetGroups } from '#lib/needs/model/vocabulary';

type Term = { code: string; names: Names; category: (typeof categoryCodes)[number] };

/** The terms of the migration that brought them, read as text. */
function termsOf(table: string): Term[] {
  const sql = readFileSync('db/migrations/sqlite/0001_vocabulary.sql', 'utf8');
  const values = new RegExp(`insert into "${table}" [^;]*?values\\n([\\s\\S]*?);`).exec(sql)![1]!;
  return [
    ...values.matchAll(/^\('[^']*', '([^']*)', '((?:[^']|'')*)', \d+, 0(?:, '([^']*)')?\)/gm),
  ].map(([, code, names, category]) => ({
    code: code!,
    names: JSON.parse(names!.replaceAll("''", "'")) as Names,
    category: category as Term['category'],
  }));
}

const vocabulary = {
  subcategories: termsOf('subcategory'),
  topics: termsOf('topic'),
  types: termsOf('type'),
  tags: termsOf('tag'),
};
const labels = new Labels(vocabulary);

describe('what a cell means', () => {
  it('is known of every code, written in any of the six languages', () => {
    const all: Record<CodedColumn, readonly { code: string; category?: string }[]> = {
      chapter: chapterCodes.map((code) => ({ code })),
      articles: [{ code: 'general' }],
      category: categoryCodes.map((code) => ({ code })),
      subcategory: vocabulary.subcategories,
      topics: vocabulary.topics,
      types: vocabulary.types,
      tags: vocabulary.tags,
      target_groups: targetGroups.map((code) => ({ code })),
      language: locales.map((code) => ({ code })),
    };
    for (const [column, terms] of Object.entries(all) as [
      CodedColumn,
      readonly { code: string; category?: string }[],
    ][]) {
      expect(terms.length, column).toBeGreaterThan(0);
      for (const { code, category } of terms) {
        expect(labels.codeOf(column, code, category)).toBe(code);
        for (const locale of locales)
          expect(
            labels.codeOf(column, labels.cellText(column, code, locale, category), category),
            `${column} ${code} ${locale}`,
          ).toBe(code);
      }
    }
  });

  it('is the label of the language, wherever that says which code is meant', () => {
    expect(labels.cellText('category', 'policymaking', 'fr')).toBe('Élaboration de politiques');
    expect(labels.codeOf('category', '  ÉLABORATION DE  POLITIQUES ')).toBe('policymaking');
    expect(labels.codeOf('language', 'арабский')).toBe('ar');
    expect(labels.codeOf('articles', 'Chapitre V dans son ensemble')).toBe('general');
    expect(labels.codeOf('category', 'Weather')).toBe('Weather');
  });

  it('is no code where a label is that of two, unless the category tells them apart', () => {
    const names = Object.fromEntries(locales.map((locale) => [locale, 'The same'])) as Names;
    const two = new Labels({
      ...vocabulary,
      subcategories: [
        { code: 'a', category: 'policymaking', names },
        { code: 'b', category: 'other', names },
      ],
    });
    expect(two.codeOf('subcategory', 'The same')).toBe('The same');
    expect(two.codeOf('subcategory', 'The same', 'other')).toBe('b');
    expect(two.cellText('subcategory', 'a', 'en')).toBe('a');
  });

  it('is known by every heading that an earlier release wrote', () => {
    for (const [column, names] of Object.entries(formerLabels.needs))
      for (const name of names) expect(columnNamed(name), name).toBe(column);
    for (const [column, names] of Object.entries(formerLabels.activities))
      for (const name of names) expect(activityColumnNamed(name), name).toBe(column);
  });

  it('has a heading in each language, each of one column', () => {
    for (const locale of locales) {
      for (const column of columnsOf('needs'))
        expect(columnNamed(columnName(locale, column as Parameters<typeof columnName>[1]))).toBe(
          column,
        );
    }
  });
});

describe('CSV that is given away', () => {
  const pieces = fc
    .array(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        "'",
        ';',
        '\t',
        '\n',
        '\r',
        ' ',
        '\u200f',
        '＝',
        '"',
        ',',
        'a',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));

  it('shows no formula, by whatever separator it is opened', () => {
    fc.assert(
      fc.property(pieces, (cell) => {
        for (const part of escapeFormulas(cell).split(/[;\t\r\n]/))
          expect(part).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝]/u);
      }),
    );
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(pieces, (cell) => {
        expect(unescapeFormulas(escapeFormulas(cell))).toBe(cell);
      }),
    );
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 2, maxLength: 4 }), (cells) => {
        const [record] = [
          ...new CsvParser(',', () => undefined).parse(formatCsvRecord(cells), true),
        ];
        expect(record?.cells.map(unescapeFormulas)).toEqual(cells);
      }),
    );
  });
});

it('every fault that a file may have is said in every language', () => {
  const english = JSON.parse(readFileSync('messages/en.json', 'utf8')) as {
    imports: { faults: Record<string, string> };
  };
  const values = {
    value: '"x"',
    first: 2,
    found: 1,
    wanted: 2,
    longest: 3,
    length: 4,
    byte: '0xCA',
    offset: 9,
    began: 1,
    most: 10,
    chapter: 'II',
    status: 'approved',
    general: 'general',
  };
  for (const locale of locales) {
    const t = translator(locale) as unknown as (key: string, given: typeof values) => string;
    for (const key of Object.keys(english.imports.faults))
      expect(t(`imports.faults.${key}`, values), `${locale} ${key}`).not.toMatch(/[{}]/);
  }
});
