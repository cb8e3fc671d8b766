import { articles } from '#lib/convention/articles';
import { categories, categoryName, type Category } from '#lib/convention/categories';
import { chapterCodes } from '#lib/convention/chapters';
import { locales, type Locale, type Names } from '#lib/convention/names';
import { splitEntries } from '#lib/files/tables/row';
import { columnsOf } from '#lib/needs/imports/pipeline/vocabulary';
import { foldText } from '#lib/text/folding';
import { formerCategoryNames, formerLabelsOf } from '#lib/text/former-labels';
import { readWholeNumber } from '#lib/text/written';
import { translator } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';
import type { Vocabulary } from '#lib/needs/store/queries';
import { targetGroups } from '#lib/needs/model/vocabulary';

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

/** The name of a column in a language. */
export const columnName = (
  locale: Locale,
  column: 'ref' | 'state' | 'cycle' | CodedColumn | 'priority' | 'text' | 'quote',
): string => translator(locale)(`imports.columns.${column}`);

const columns = columnsOf('needs') as readonly Column[];
const columnsByName = new Map(
  columns.flatMap((column) =>
    [
      column,
      column.replace('_', ' '),
      ...locales.map((locale) => columnName(locale, column)),
      ...formerLabelsOf('needs', column),
    ].map((name) => [foldText(name), column] as const),
  ),
);

/** Returns the column that a heading names, in any of the six languages or by its code. */
export const columnNamed = (name: string): Column | undefined => columnsByName.get(foldText(name));

/** Codes by label; a label of two codes stands for neither. */
class CodesByLabel {
  readonly #codes = new Map<string, string | null>();

  add(code: string, ...labels: readonly string[]) {
    for (const label of [code, ...labels].map(foldText)) {
      const known = this.#codes.get(label);
      this.#codes.set(label, known === undefined || known === code ? code : null);
    }
  }

  get(label: string): string | undefined {
    return this.#codes.get(foldText(label)) ?? undefined;
  }
}

type NameIn = (locale: Locale) => string;

const inAllLanguages = (nameIn: NameIn) => locales.map(nameIn);
const nameFrom =
  (names: Names): NameIn =>
  (locale) =>
    names[locale];
const languageIn = (locale: Locale, language: Locale) =>
  new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;

/** The labels of all codes: finds the code of a cell, and the label of a code. */
export class Labels {
  readonly #names = new Map<string, NameIn>();
  readonly #codes = Object.fromEntries(
    codedColumns.map((column) => [column, new CodesByLabel()]),
  ) as Record<CodedColumn, CodesByLabel>;
  readonly #subcategories = new Map<string, CodesByLabel>();

  constructor(vocabulary: Vocabulary) {
    this.#addVocabulary(vocabulary);
    this.#addSubcategories(vocabulary);
    this.#addChapters();
    this.#addArticles();
    for (const code of targetGroups)
      this.#add('target_groups', code, (locale) => translator(locale)(`targetGroups.${code}`));
    for (const language of locales)
      this.#add(
        'language',
        language,
        (locale) => languageIn(locale, language),
        languageNames[language],
      );
  }

  /** Adds a code with its name in each language, and other labels that it may have. */
  #add(column: CodedColumn, code: string, nameIn: NameIn, ...others: readonly string[]) {
    this.#names.set(`${column}/${code}`, nameIn);
    this.#codes[column].add(code, ...inAllLanguages(nameIn), ...others);
  }

  #addVocabulary({ subcategories, topics, types, tags }: Vocabulary) {
    for (const { category, name, short } of categories)
      this.#add(
        'category',
        category,
        nameFrom(name),
        ...inAllLanguages(nameFrom(short)),
        ...(formerCategoryNames[category] ?? []),
      );
    const columns = { topics, types, tags, subcategory: subcategories } as const;
    for (const [column, terms] of Object.entries(columns))
      for (const { code, names } of terms)
        this.#add(column as keyof typeof columns, code, nameFrom(names));
  }

  /** Subcategories of several categories may share a label. */
  #addSubcategories({ subcategories }: Vocabulary) {
    for (const { code, names, category } of subcategories) {
      const ofCategory = this.#subcategories.get(category) ?? new CodesByLabel();
      ofCategory.add(code, ...inAllLanguages(nameFrom(names)));
      this.#subcategories.set(category, ofCategory);
    }
  }

  #addChapters() {
    for (const chapter of chapterCodes)
      this.#add('chapter', chapter, (locale) =>
        translator(locale)('provisions.chapter', { chapter }),
      );
    this.#add(
      'articles',
      'general',
      (locale) => translator(locale)('imports.general'),
      ...inAllLanguages((locale) => translator(locale)('provisions.generalNeeds')),
      ...chapterCodes.flatMap((chapter) =>
        inAllLanguages((locale) => translator(locale)('provisions.general', { chapter })),
      ),
    );
  }

  /** Adds the names of single articles: `Article 7`. */
  #addArticles() {
    for (const { article } of articles)
      this.#codes.articles.add(
        String(article),
        ...inAllLanguages((locale) =>
          translator(locale)('provisions.articles', { count: 1, list: String(article) }),
        ),
      );
  }

  /** Returns the code that a cell stands for; the cell itself where it stands for none. */
  codeOf(column: CodedColumn, label: string, category = ''): string {
    const ofCategory =
      column === 'subcategory' ? this.#subcategories.get(category)?.get(label) : undefined;
    return ofCategory ?? this.#codes[column].get(label) ?? label;
  }

  /**
   * Returns the codes of a list. Articles may also be separated by commas or line breaks, which
   * names have within them.
   */
  codesOf(column: CodedColumn, cell: string): string[] {
    if (column !== 'articles') return splitEntries(cell).map((entry) => this.codeOf(column, entry));
    return splitEntries(cell.replace(/\r\n?|\n/g, ';')).flatMap((entry) => {
      const code = this.codeOf(column, entry);
      const entries = code === entry ? entry.split(/[,،、，]/) : [code];
      return entries.map((each) => {
        const named = this.codeOf(column, each.trim());
        return String(readWholeNumber(named) ?? named);
      });
    });
  }

  /** Returns the name of a code in a language. */
  nameOf(column: CodedColumn, code: string, locale: Locale): string {
    return this.#names.get(`${column}/${code}`)?.(locale) ?? code;
  }

  /**
   * Returns what a cell says for a code: its name, or the code itself where the name is ambiguous
   * or contains a separator.
   */
  cellText(column: CodedColumn, code: string, locale: Locale, category = ''): string {
    const name =
      column === 'category'
        ? categoryName(code as Category, locale)
        : this.nameOf(column, code, locale);
    const isUnambiguous =
      splitEntries(name).length === 1 && this.codeOf(column, name, category) === code;
    return isUnambiguous ? name : code;
  }
}
