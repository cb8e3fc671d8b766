import { articlesOfChapter } from '#lib/convention/articles';
import { categoryCodes } from '#lib/convention/categories';
import type { Chapter } from '#lib/convention/chapters';
import { regionCodes, type Region } from '#lib/convention/regions';
import { articlesOfKey, provisionKey } from '#lib/convention/provision';
import { singleLinePattern } from '#lib/text/single-line';
import { readWholeNumber } from '#lib/text/written';
import {
  regionSeparator,
  calculationColumns,
  longestCode,
  longestWhat,
  flagValues,
} from '#lib/counting/published/columns';
import {
  comparisons,
  countedThings,
  noteRules,
  placePattern,
  units,
  type Calculation,
  type PublishedNumber,
} from '#lib/counting/published/vocabulary';

/** The note and the codes in force against which a file is validated. */
export type NoteContext = Readonly<{
  chapter: Chapter;
  hasPrevious: boolean;
  subcategories: readonly Readonly<{ code: string; category: string }>[];
  types: readonly string[];
  tags: readonly string[];
}>;
export type MessageValues = Readonly<Record<string, string | number>>;
export type ReportFault = (column: string, key: string, values?: MessageValues) => void;
type ReadCell = (column: string) => string;

const shorten = (value: string) => value.slice(0, 60);

function parseCode<T extends string>(
  cell: ReadCell,
  say: ReportFault,
  column: string,
  allowed: readonly T[],
): T | undefined {
  const value = cell(column);
  const found = allowed.find((known) => known === value);
  if (!found)
    say(column, value === '' ? 'empty' : 'notAllowed', {
      value: shorten(value),
      allowed: allowed.join(', '),
    });
  return found;
}
const parseOptionalCode = <T extends string>(
  cell: ReadCell,
  say: ReportFault,
  column: string,
  allowed: readonly T[],
): T | undefined => (cell(column) === '' ? undefined : parseCode(cell, say, column, allowed));

/** Parses the key of a table row: `5`, `5;6` in ascending order, or `general`. */
function parseArticleKey(
  cell: ReadCell,
  say: ReportFault,
  column: string,
  chapter: Chapter,
): string | undefined {
  const value = cell(column).replaceAll(/\s/g, '');
  if (value === '' || value === 'general') return value || undefined;
  const articles = articlesOfKey(value);
  const known =
    articles.length > 0 &&
    provisionKey(articles, false) === value &&
    new Set(articles).size === articles.length &&
    articles.every((article) => articlesOfChapter(chapter).includes(article));
  if (!known)
    say(column, 'notAllowed', {
      value: shorten(value),
      allowed: [...articlesOfChapter(chapter), '5;6', 'general'].join(', '),
    });
  return known ? value : undefined;
}

/** Parses several regional groups, each known and named once. */
function parseRegions(cell: ReadCell, say: ReportFault, column: string): Region[] {
  if (cell(column) === '') return [];
  const codes = cell(column)
    .split(regionSeparator)
    .map((code) => code.trim());
  const invalid = codes.find(
    (code, i) => !regionCodes.some((known) => known === code) || codes.indexOf(code) !== i,
  );
  if (invalid !== undefined)
    say(column, 'notAllowed', { value: shorten(invalid), allowed: regionCodes.join(', ') });
  return regionCodes.filter((code) => codes.includes(code));
}

/** Parses what a number counts, or, with the prefix `base_`, what its base counts. */
function parseCalculation(
  cell: ReadCell,
  say: ReportFault,
  prefix: '' | 'base_',
  { chapter, hasPrevious, subcategories, types, tags }: NoteContext,
): Calculation | undefined {
  const columnName = (column: (typeof calculationColumns)[number]) => `${prefix}${column}`;
  const of = parseCode(cell, say, columnName('of'), countedThings);
  const regions = parseRegions(cell, say, columnName('region'));
  const category = parseOptionalCode(cell, say, columnName('category'), categoryCodes);
  const subcategory = parseOptionalCode(
    cell,
    say,
    columnName('subcategory'),
    subcategories.filter((term) => !category || term.category === category).map(({ code }) => code),
  );
  const tag = parseOptionalCode(cell, say, columnName('tag'), tags);
  const type = parseOptionalCode(cell, say, columnName('type'), types);
  const article = parseArticleKey(cell, say, columnName('article'), chapter);
  const [each, plus, since] = (['each', 'plus', 'since'] as const).map((column) =>
    parseOptionalCode(cell, say, columnName(column), [flagValues[column]]),
  );
  if (each && articlesOfKey(article ?? '').length !== 1)
    say(columnName('each'), 'eachNeedsArticle');
  if (article && article !== 'general' && !each && of !== 'needs')
    say(columnName('article'), 'rowsOfNeeds');
  if (plus && of !== 'needs') say(columnName('plus'), 'needsOnly');
  if (of === 'states_completed' && (category || subcategory || tag || type || article))
    say(columnName('of'), 'summariesByRegion');
  if (since && !hasPrevious) say(columnName('since'), 'sinceNeedsDate');
  if (!of) return undefined;
  return {
    of,
    ...(regions.length > 0 ? { region: regions } : {}),
    ...(category ? { category } : {}),
    ...(subcategory ? { subcategory } : {}),
    ...(tag ? { tag } : {}),
    ...(type ? { type } : {}),
    ...(article ? { article } : {}),
    ...(each ? { each: true } : {}),
    ...(plus ? { plus: flagValues.plus } : {}),
    ...(since ? { since: true } : {}),
  };
}

function parseText(cell: ReadCell, say: ReportFault, column: string, longest: number): string {
  const value = cell(column);
  if (value === '') say(column, 'empty');
  else if (value.length > longest) say(column, 'refTooLong', { length: value.length, longest });
  else if (!singleLinePattern.test(value)) say(column, 'notOneLine');
  return value;
}

/** Parses one row and reports every fault with its column; undefined where there is one. */
export function parseNumberRow(
  cell: ReadCell,
  tell: ReportFault,
  known: NoteContext,
): PublishedNumber | undefined {
  let isValid = true;
  const say: ReportFault = (...fault) => {
    isValid = false;
    tell(...fault);
  };
  const id = parseText(cell, say, 'id', longestCode);
  const what = parseText(cell, say, 'what', longestWhat);
  const where = cell('where');
  if (!placePattern.test(where))
    say('where', where === '' ? 'empty' : 'notAllowed', {
      value: shorten(where),
      allowed: 'para 6, table 1, figure 3',
    });
  const unit = parseCode(cell, say, 'unit', units);
  const comparison = parseCode(cell, say, 'comparison', comparisons);
  const rule = parseOptionalCode(cell, say, 'rule', noteRules) ?? null;
  const written = readWholeNumber(cell('value').slice(0, 100)) ?? Number.NaN;
  const value = written < 10_000_000 ? written : Number.NaN;
  if (Number.isNaN(value) || (unit === 'percent' && value > 100))
    say('value', 'notANumber', { value: shorten(cell('value')) });
  const num = parseCalculation(cell, say, '', known);
  const baseColumns = calculationColumns.filter((column) => cell(`base_${column}`) !== '');
  if (unit === 'count' && baseColumns[0]) say(`base_${baseColumns[0]}`, 'countHasNoBase');
  const den = unit === 'percent' ? parseCalculation(cell, say, 'base_', known) : undefined;
  return isValid && unit && comparison && num
    ? {
        id,
        where,
        what,
        value,
        unit,
        comparison,
        rule,
        calc: den ? { num, den } : { num },
        contradiction: null,
      }
    : undefined;
}
