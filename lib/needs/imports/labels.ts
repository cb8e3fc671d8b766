import { categories, categoryName, type Category } from '#lib/convention/categories';
import { chapterCodes } from '#lib/convention/chapters';
import { locales, type Locale, type Names } from '#lib/convention/names';
import { columnsOf } from '#lib/needs/imports/vocabulary';
import { translator } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';
import type { Vocabulary } from '#lib/needs/store/queries';
import { targetGroups, type TargetGroup } from '#lib/needs/model/vocabulary';

/** The columns whose cells hold codes, which people write as labels in their own language. */
export const codedColumns = [
  'chapter',
  'articles',
  'category',
  'subcategory',
  'topics',
  'types',
  'tags',
  'target_groups',
  'language',
] as const;
export type CodedColumn = (typeof codedColumns)[number];
export type Column = Parameters<typeof columnName>[1];

/**
 * A label as it is compared: whatever a keyboard or a spreadsheet makes of its letters, spaces and
 * apostrophes.
 */
const folded = (label: string) =>
  label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

/** The name of a column in a language. */
export const columnName = (
  locale: Locale,
  column: 'ref' | 'state' | 'cycle' | CodedColumn | 'priority' | 'text' | 'quote',
): string => translator(locale)(`imports.columns.${column}`);

const columns = columnsOf('needs') as readonly Column[];
const columnsByName = new Map(
  columns.flatMap((column) =>
    [column, ...locales.map((locale) => columnName(locale, column))].map(
      (name) => [folded(name), column] as const,
    ),
  ),
);

/** The column that a header means, in any of the six languages or by its code. */
export const columnNamed = (name: string): Column | undefined => columnsByName.get(folded(name));

/** Codes by label; a label of two codes means neither. */
class Meanings {
  readonly #codes = new Map<string, string | null>();

  add(code: string, ...labels: readonly string[]) {
    for (const label of [code, ...labels].map(folded)) {
      const known = this.#codes.get(label);
      this.#codes.set(label, known === undefined || known === code ? code : null);
    }
  }

  of(label: string): string | undefined {
    return this.#codes.get(folded(label)) ?? undefined;
  }
}

const inAll = (names: Names) => locales.map((locale) => names[locale]);
const said = (text: (t: ReturnType<typeof translator>) => string) =>
  locales.map((locale) => text(translator(locale)));
const languageIn = (locale: Locale, language: Locale) =>
  new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;

/** The labels of every code: what a cell means, and how a code is written. */
export class Labels {
  readonly #names = new Map<string, Names | ((locale: Locale) => string)>();
  readonly #meanings = Object.fromEntries(
    codedColumns.map((column) => [column, new Meanings()]),
  ) as Record<CodedColumn, Meanings>;
  readonly #ofCategory = new Map<string, Meanings>();

  constructor({ subcategories, topics, types, tags }: Vocabulary) {
    for (const { category, name, short } of categories)
      this.#know('category', category, name, ...inAll(short));
    for (const chapter of chapterCodes)
      this.#know(
        'chapter',
        chapter,
        (locale) => translator(locale)('provisions.chapter', { chapter }),
        ...said((t) => t('provisions.chapter', { chapter })),
      );
    for (const [column, terms] of [
      ['topics', topics],
      ['types', types],
      ['tags', tags],
      ['subcategory', subcategories],
    ] as const) {
      for (const { code, names } of terms) this.#know(column, code, names);
    }
    for (const { code, names, category } of subcategories) {
      const among = this.#ofCategory.get(category) ?? new Meanings();
      among.add(code, ...inAll(names));
      this.#ofCategory.set(category, among);
    }
    const group = (code: TargetGroup) => (locale: Locale) =>
      translator(locale)(`targetGroups.${code}`);
    for (const code of targetGroups)
      this.#know('target_groups', code, group(code), ...locales.map(group(code)));
    for (const language of locales)
      this.#know(
        'language',
        language,
        (locale) => languageIn(locale, language),
        languageNames[language],
        ...locales.map((locale) => languageIn(locale, language)),
      );
    const wholes = chapterCodes.flatMap((chapter) =>
      said((t) => t('provisions.general', { chapter })),
    );
    this.#know(
      'articles',
      'general',
      (locale) => translator(locale)('imports.general'),
      ...said((t) => t('imports.general')),
      ...said((t) => t('provisions.generalNeeds')),
      ...wholes,
    );
  }

  #know(
    column: CodedColumn,
    code: string,
    names: Names | ((locale: Locale) => string),
    ...also: readonly string[]
  ) {
    this.#names.set(`${column}/${code}`, names);
    this.#meanings[column].add(code, ...(typeof names === 'function' ? [] : inAll(names)), ...also);
  }

  /**
   * The code that a cell means; the cell itself where it means none. Subcategories of several
   * categories may share a label.
   */
  codeOf(column: CodedColumn, label: string, category = ''): string {
    const amongTheirs =
      column === 'subcategory' ? this.#ofCategory.get(category)?.of(label) : undefined;
    return amongTheirs ?? this.#meanings[column].of(label) ?? label;
  }

  /** The name of a code in a language. */
  nameOf(column: CodedColumn, code: string, locale: Locale): string {
    const names = this.#names.get(`${column}/${code}`);
    return (typeof names === 'function' ? names(locale) : names?.[locale]) ?? code;
  }

  /**
   * How a code is written into a cell: by its name, if that says which code it is and holds nothing
   * that separates entries.
   */
  written(column: CodedColumn, code: string, locale: Locale, category = ''): string {
    const name =
      column === 'category'
        ? categoryName(code as Category, locale)
        : this.nameOf(column, code, locale);
    return entriesOf(name).length === 1 && this.codeOf(column, name, category) === code
      ? name
      : code;
  }
}

/** The entries of a list, as it is written in any of the six languages. */
export const entriesOf = (cell: string): string[] =>
  cell.trim() === '' ? [] : cell.split(/[;|؛；]/).map((entry) => entry.trim());
