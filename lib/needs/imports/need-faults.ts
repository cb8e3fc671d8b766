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
import { listed, quoted } from '#lib/needs/imports/faults';
import { faultTexts, type FaultKey, type FaultValues } from '#lib/needs/imports/fault-texts';
import type { Codes, NeedContent, NeedFields } from '#lib/needs/model/schema';
import { longest, targetGroups } from '#lib/needs/model/vocabulary';

export type Field = keyof NeedFields;
export type FieldFault = Readonly<{ field: Field; key: FaultKey; values: FaultValues }>;
type About = Readonly<{
  fields: NeedFields;
  content: NeedContent;
  cycle: Cycle;
  codes: Codes;
  separator: string;
}>;

const unreadableCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/;

/** The first character that shows that a text has been damaged, as `U+FFFD`. */
export function unreadableIn(text: string): string | undefined {
  const [found] = unreadableCharacter.exec(text) ?? [];
  return found && `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

const articleRange = (articles: readonly number[]) => `${articles[0]} to ${articles.at(-1)}`;
const articlesOf = (chapter: Chapter | null) => articleRange(articlesOfChapter(chapter ?? 'II'));
const asFinding = (key: string): FaultKey =>
  key in faultTexts
    ? (key as FaultKey)
    : key === 'tooLong' || key === 'quoteTooLong'
      ? 'textTooLong'
      : 'unreadable';

/** Which codes a field may hold, and which of those that it holds are none of them. */
function allowedIn(
  field: Field,
  { codes, fields }: About,
): Readonly<{ allowed: readonly (string | number)[]; strange: readonly string[] }> {
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
  const held = fields[field];
  return {
    allowed: known,
    strange: (typeof held === 'string' ? [held] : held).filter((code) => !known.includes(code)),
  };
}

const strangeArticles = (articles: readonly string[]) =>
  articles.filter(
    (article) =>
      article !== 'general' && !(/^\d{1,2}$/.test(article) && chapterOfArticle(Number(article))),
  );

function articleFault({ content }: About): Readonly<{ key: FaultKey; values: FaultValues }> {
  const { chapter } = content;
  const others = [...new Set(content.articles.map((article) => chapterOfArticle(article)!))];
  const strays = content.articles.filter((article) => chapterOfArticle(article) !== chapter);
  const values = { chapter: chapter ?? '', allowed: articlesOf(chapter) };
  return others.length > 1
    ? {
        key: 'articlesOfSeveralChapters',
        values: { ...values, value: content.articles.join(', '), other: others.join(' and ') },
      }
    : {
        key: 'articleOfOtherChapter',
        values: { ...values, value: strays.join(', '), other: others.join(', ') },
      };
}

/**
 * What the schema or the rules of a need found amiss, with what stands there and what is allowed.
 */
export function explained(field: Field, message: string, about: About): FieldFault {
  const { fields, content, cycle, codes, separator } = about;
  const held = fields[field];
  const value = typeof held === 'string' ? quoted(held) : held.map(quoted).join(', ');
  const ofCategory = codes.subcategories
    .filter(({ category }) => category === content.category)
    .map(({ code }) => code);
  const key = asFinding(message);
  const fault = (values: FaultValues): FieldFault => ({ field, key, values });
  switch (key) {
    case 'unreadable':
      return fault({ value: unreadableIn(String(held)) ?? 'a half of a pair' });
    case 'textTooLong':
      return fault({
        length: held.length,
        longest: field === 'quote' ? longest.quote : longest.text,
      });
    case 'chooseChapter':
    case 'chapterOfOtherCycle':
      return fault({ value, cycle, allowed: listed(chaptersOfCycle(cycle)) });
    case 'chooseArticle':
      return fault({ allowed: articlesOf(content.chapter), separator });
    case 'unknownArticle':
      return fault({
        value: strangeArticles(fields.articles).map(quoted).join(', ') || value,
        allowed: '5 to 59',
        separator,
      });
    case 'articleOfOtherChapter':
      return { field, ...articleFault(about) };
    case 'chooseSubcategory':
    case 'subcategoryOfOtherCategory':
      return fault({ value, category: content.category ?? '', allowed: listed(ofCategory) });
    case 'typesOfCapacityBuildingOnly':
      return fault({ value, category: content.category ?? 'none' });
    case 'chooseCategory':
      return fault({ allowed: listed(categoryCodes) });
    case 'chooseLanguage':
      return fault({ allowed: listed(locales) });
    default: {
      const { allowed, strange } = allowedIn(field, about);
      return fault({
        value: strange.length > 0 ? listed(strange.map(quoted)) : value,
        allowed: listed(allowed),
      });
    }
  }
}
