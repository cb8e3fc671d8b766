import { categoryCodes } from '#lib/convention/categories';
import { articlesOfChapter } from '#lib/convention/articles';
import {
  chapterCodes,
  chapterOfArticle,
  chaptersOfCycle,
  type Chapter,
  type Cycle,
} from '#lib/convention/chapters';
import { locales } from '#lib/convention/names';
import { listCodes, quoteCell } from '#lib/needs/imports/pipeline/faults';
import type { FaultValues } from '#lib/files/tables/faults';
import { faultTexts, type FaultKey } from '#lib/needs/imports/pipeline/fault-texts';
import type { Codes, NeedContent, NeedFields } from '#lib/needs/model/schema';
import { maximumLength, targetGroups } from '#lib/needs/model/vocabulary';

export type Field = keyof NeedFields;
export type FieldFault = Readonly<{ field: Field; key: FaultKey; values: FaultValues }>;
/** A row with a fault. */
type FaultContext = Readonly<{
  fields: NeedFields;
  content: NeedContent;
  cycle: Cycle;
  codes: Codes;
  separator: string;
}>;

const unreadableCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/;

/** Returns the first character that shows that a text is damaged, as `U+FFFD`. */
export function unreadableCharacterIn(text: string): string | undefined {
  const [found] = unreadableCharacter.exec(text) ?? [];
  return found && `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

const articleRange = (articles: readonly number[]) => `${articles[0]} to ${articles.at(-1)}`;
const articlesOf = (chapter: Chapter | null) => articleRange(articlesOfChapter(chapter ?? 'II'));

/** The key of the import's sentence for a message of the schema. */
function faultKeyOf(message: string): FaultKey {
  if (message in faultTexts) return message as FaultKey;
  return message === 'tooLong' || message === 'quoteTooLong' ? 'textTooLong' : 'unreadable';
}

/** The codes that a field may have, and those that it has but may not have. */
function allowedCodes(
  field: Field,
  { codes, fields }: FaultContext,
): Readonly<{ allowed: readonly (string | number)[]; unknown: readonly string[] }> {
  const allowed: Partial<Record<Field, readonly string[]>> = {
    chapter: chapterCodes,
    category: categoryCodes,
    subcategory: codes.subcategories.map(({ code }) => code),
    topics: codes.topics,
    types: codes.types,
    tags: codes.tags,
    targetGroups,
    language: locales,
  };
  const known = allowed[field] ?? [];
  const value = fields[field];
  const codesGiven = typeof value === 'string' ? [value] : value;
  return { allowed: known, unknown: codesGiven.filter((code) => !known.includes(code)) };
}

const unknownArticles = (articles: readonly string[]) =>
  articles.filter(
    (article) =>
      article !== 'general' && !(/^\d{1,2}$/.test(article) && chapterOfArticle(Number(article))),
  );

/** Articles that belong to another chapter than the one given, or to several. */
function articleFault({ content }: FaultContext): Readonly<{ key: FaultKey; values: FaultValues }> {
  const { chapter } = content;
  const others = [...new Set(content.articles.map((article) => chapterOfArticle(article)!))];
  const strays = content.articles.filter((article) => chapterOfArticle(article) !== chapter);
  const values = { chapter: chapter ?? '', allowed: articlesOf(chapter) };
  if (others.length > 1)
    return {
      key: 'articlesOfSeveralChapters',
      values: { ...values, value: content.articles.join(', '), other: others.join(' and ') },
    };
  return {
    key: 'articleOfOtherChapter',
    values: { ...values, value: strays.join(', '), other: others.join(', ') },
  };
}

const subcategoriesOf = ({ codes, content }: FaultContext) =>
  codes.subcategories
    .filter(({ category }) => category === content.category)
    .map(({ code }) => code);

/** The values of a fault's sentence: what the field has, and what it may have. */
function faultValues(field: Field, key: FaultKey, context: FaultContext): FaultValues {
  const { fields, content, cycle, separator } = context;
  const given = fields[field];
  const value = typeof given === 'string' ? quoteCell(given) : given.map(quoteCell).join(', ');
  switch (key) {
    case 'unreadable':
      return { value: unreadableCharacterIn(String(given)) ?? 'a half of a pair' };
    case 'textTooLong':
      return {
        length: given.length,
        longest: field === 'quote' ? maximumLength.quote : maximumLength.text,
      };
    case 'chooseChapter':
    case 'chapterOfOtherCycle':
      return { value, cycle, allowed: listCodes(chaptersOfCycle(cycle)) };
    case 'chooseArticle':
      return { allowed: articlesOf(content.chapter), separator };
    case 'unknownArticle': {
      const unknown = unknownArticles(fields.articles).map(quoteCell).join(', ');
      return { value: unknown || value, allowed: '5 to 59', separator };
    }
    case 'chooseSubcategory':
    case 'subcategoryOfOtherCategory':
      return {
        value,
        category: content.category ?? '',
        allowed: listCodes(subcategoriesOf(context)),
      };
    case 'typesOfCapacityBuildingOnly':
      return { value, category: content.category ?? 'none' };
    case 'chooseCategory':
      return { allowed: listCodes(categoryCodes) };
    case 'chooseLanguage':
      return { allowed: listCodes(locales) };
    default: {
      const { allowed, unknown } = allowedCodes(field, context);
      return {
        value: unknown.length > 0 ? listCodes(unknown.map(quoteCell)) : value,
        allowed: listCodes(allowed),
      };
    }
  }
}

/** Explains a fault that the schema or the rules of a need found: what is given, what is allowed. */
export function explainFault(field: Field, message: string, context: FaultContext): FieldFault {
  const key = faultKeyOf(message);
  if (key === 'articleOfOtherChapter') return { field, ...articleFault(context) };
  return { field, key, values: faultValues(field, key, context) };
}
