import { articleTitle } from '#lib/convention/articles';
import { formatUnitCount } from '#lib/assistance/activities/units';
import { categoryName, type Category } from '#lib/convention/categories';
import { percent } from '#lib/counting/figures/figures';
import type { Cycle } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import type { Region } from '#lib/convention/regions';
import { formatNumber, listParts } from '#lib/text/format';
import { smallNumberWord } from '#lib/text/numbering';
import { genderOf } from '#lib/notes/text/number-gender';
import { listSeparators } from '#lib/notes/text/list-separators';
import type { Wording } from '#lib/notes/text/wording';
import { translator, type Translate } from '#lib/text/i18n';
import type { TargetGroup } from '#lib/needs/model/vocabulary';
import { textOf, type Run } from '#lib/documents/model/document';
import type {
  BlockContent,
  Dimension,
  EditionFact,
  EvaluatedValue,
  BoundValue,
} from '#lib/notes/model/vocabulary';

/** What rendering a text needs beside its numbers: language, names, facts, links. */
export type RenderContext = Readonly<{
  locale: Locale;
  t: Translate;
  wording: Wording;
  cycle: Cycle;
  /** The name of a vocabulary term at the edition's revision. */
  termName: (code: string) => string;
  /** The names of States, in the order in which the edition lists them. */
  stateNames: (codes: readonly string[]) => readonly string[];
  themeName: (code: string) => string;
  /** The description of an activity of a theme, by its reference. */
  describedActivity: (theme: string, reference: string) => string;
  /** A fact of the edition in the language; null if it is not set. */
  fact: (fact: EditionFact) => string | null;
  /** A reference such as `figure III`; null for a block that does not exist. */
  reference: (key: string) => string | null;
  footnote: (key: string) => number | null;
  /** The address of the list of needs behind a value or one of its members. */
  href: (value: BoundValue, code?: string) => string | undefined;
}>;

/** A block with its evaluated values and, by claim, whether it is true. */
export type EvaluatedBlock = Readonly<{
  key: string;
  content: BlockContent;
  results: Readonly<Record<string, EvaluatedValue>>;
  claimResults: Readonly<Record<string, boolean>>;
}>;

/** The name of a member of a dimension. */
export function memberName(
  {
    locale,
    termName,
    wording,
  }: Pick<RenderContext, 'locale' | 'termName'> &
    Readonly<{ wording: Pick<Wording, 'article' | 'states'> }>,
  over: Dimension,
  code: string,
): string {
  if (over === 'region') return wording.states(code as Region);
  if (over === 'category') return categoryName(code as Category, locale);
  if (over === 'target') return translator(locale)(`targetGroups.${code as TargetGroup}`);
  return over === 'article' ? wording.article(code) : termName(code);
}

/** Lower-cases the first letter of a name within a sentence, unless it is an abbreviation. */
const lowerCaseInitial = (name: string, locale: Locale): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLocaleLowerCase(locale) + name.slice(1) : name;

/** Joins items to a list; by semicolons where the items have commas or conjunctions of their own. */
function renderList(context: RenderContext, items: readonly (readonly Run[])[]): Run[] {
  const { locale, wording } = context;
  const between = wording.isProse ? listSeparators(locale, items.map(textOf)) : null;
  if (between)
    return items.flatMap((item, at) => (at === 0 ? item : [{ text: between(at) }, ...item]));
  return listParts(
    locale,
    items.map((_, at) => String(at)),
  ).flatMap((part) =>
    part.type === 'element' ? items[Number(part.value)]! : [{ text: part.value }],
  );
}

/** Splits a message at its number, which becomes a run of its own. */
function splitAtNumber(text: string, number: string, run: Omit<Run, 'text'>): Run[] {
  const at = text.indexOf(number);
  // Where the language says the number in words, these are what is bound.
  if (at < 0) return [{ text, figures: number, ...run }];
  return [
    { text: text.slice(0, at) },
    { text: number, ...run },
    { text: text.slice(at + number.length) },
  ].filter((each) => each.text !== '');
}

/** A bracket, what a language says of a count in words, and the rest. */
const countInWords = /^(?<open>\s*[(（])(?<words>[^،,)）]+)(?<rest>(?:[،,)）].*)?)$/su;

/** Splits a part of a message at its count, in figures or in words; a part without one stays whole. */
function splitAtCount(part: string, count: string, run: Omit<Run, 'text'>): Run[] {
  if (part.includes(count)) return splitAtNumber(part, count, run);
  const found = countInWords.exec(part)?.groups;
  if (!found) return [{ text: part }];
  return [
    { text: found.open! },
    { text: found.words!, figures: count, ...run },
    { text: found.rest! },
  ];
}

/** Stand-ins for a name and a percentage in a message: private-use characters. */
const nameSlot = '\uE000';
const percentSlot = '\uE001';

type ListValue = Extract<BoundValue, { kind: 'ranking' | 'list' }>;
type Member = NonNullable<EvaluatedValue['items']>[number];
type NameValue = Extract<BoundValue, { kind: 'name' }>;

/** Renders the name of a member; an article is cited by its number. */
function renderName(context: RenderContext, over: Dimension, code: string): Run {
  const name = memberName(context, over, code);
  if (over === 'article') return { text: name, mark: 'citation' };
  return { text: over === 'region' ? name : lowerCaseInitial(name, context.locale) };
}

const memberMessages = {
  count: 'notes.say.withCount',
  share: 'notes.say.withShare',
  both: 'notes.say.withBoth',
} as const;

/** Renders a member of a ranking or list with its numbers. */
function renderMember(
  context: RenderContext,
  value: ListValue,
  { code, n }: Member,
  of: number,
  name: string,
) {
  const { t, locale, href } = context;
  const own = renderName(context, value.over, code);
  const say = value.kind === 'ranking' ? value.say : 'name';
  if (say === 'name') return [own];
  const bound = { value: `${name}.${code}`, ...(n > 0 && { href: href(value, code) }) };
  const count = formatNumber(locale, n);
  const rounded = percent(n, of);
  const percentage = rounded === null ? '–' : formatNumber(locale, rounded);
  // The name is inserted afterwards, since it may hold digits as well.
  const [before = '', after = ''] = t(memberMessages[say], {
    name: nameSlot,
    n,
    percent: percentSlot,
    article: value.over === 'article' ? 'yes' : 'no',
  }).split(nameSlot);
  const numbered = (text: string) =>
    text
      .split(percentSlot)
      .flatMap((part, at, all) => {
        const runs = say === 'share' ? [{ text: part }] : splitAtCount(part, count, bound);
        return at < all.length - 1
          ? [...runs, { text: percentage, ...bound, value: `${bound.value}.share` }]
          : runs;
      })
      .filter((each) => each.text !== '');
  return [...numbered(before), own, ...numbered(after)];
}

function renderMembers(
  context: RenderContext,
  value: ListValue,
  items: readonly Member[],
  of: number,
  name: string,
): Run[] {
  return renderList(
    context,
    items.map((item) => renderMember(context, value, item, of, name)),
  );
}

/** Renders a reported number with its unit. */
function renderReported(
  { locale, t }: RenderContext,
  { code, n, more }: Member,
  value: string,
): Run[] {
  const number = formatNumber(locale, n);
  const text = formatUnitCount(t, code, n, number);
  return splitAtNumber(more ? t('notes.say.moreThan', { number: text }) : text, number, { value });
}

/** A number as the language has it in running text: in words below ten, or `–` if there is none. */
function numberText(
  { locale, wording }: RenderContext,
  value: BoundValue,
  number: number | null,
): Pick<Run, 'text' | 'figures'> {
  if (number === null) return { text: '–' };
  const figures = formatNumber(locale, number);
  const gender = genderOf(locale, value);
  const word = wording.isProse && gender ? smallNumberWord(locale, number, gender) : null;
  return word === null ? { text: figures } : { text: word, figures };
}
/** Renders the descriptions of activities as the sentences that they are. */
const renderDescriptions = (
  { locale, describedActivity }: RenderContext,
  theme: string,
  items: readonly Member[],
): Run[] =>
  items.flatMap(({ code }, at): Run[] => [
    { text: at === 0 || locale === 'zh' ? '' : ' ' },
    { text: describedActivity(theme, code), mark: 'citation' },
  ]);

/** Renders one number, or `–` if there is none. */
function renderNumber(
  context: RenderContext,
  { key, content, results: shown }: EvaluatedBlock,
  value: BoundValue,
  name: string,
): Run {
  const number = shown[name]?.number ?? null;
  const href = number ? context.href(value) : undefined;
  const typed = value.kind === 'typed' ? 'typed' : undefined;
  const mark = content.held?.[name] ? 'held' : typed;
  return {
    ...numberText(context, value, number),
    value: `${key}.${name}`,
    ...(href && { href }),
    ...(mark && { mark }),
  };
}

/** The members of a list: the States assisted, what was reported, or the subjects of articles. */
function itemsOf(
  context: RenderContext,
  kind: 'assisted' | 'reported' | 'subjects',
  items: readonly Member[],
  bound: string,
): readonly Run[][] {
  switch (kind) {
    case 'assisted':
      return context.stateNames(items.map(({ code }) => code)).map((text) => [{ text }]);
    case 'reported':
      return items.map((item, at) => renderReported(context, item, `${bound}.${at}`));
    case 'subjects': {
      const { locale } = context;
      const subject = (code: string) =>
        lowerCaseInitial(articleTitle(Number(code), locale), locale);
      return items.map(({ code }) => [{ text: subject(code) }]);
    }
  }
}

/** The name of a member, or an article, which is a citation. */
function renderNamedValue(context: RenderContext, { of, code, long }: NameValue): Run {
  if (of !== 'article') return { text: memberName(context, of, code) };
  const article = context.wording.article(code);
  if (!long) return { text: article, mark: 'citation' };
  const title = articleTitle(Number(code), context.locale);
  return { text: context.t('notes.say.articleLong', { article, title }), mark: 'citation' };
}

/** Renders one placeholder. */
export function renderPlaceholder(
  context: RenderContext,
  evaluated: EvaluatedBlock,
  name: string,
): Run[] {
  const { key, content, results: shown } = evaluated;
  const value = content.values[name];
  const found = shown[name];
  if (!value || !found) return [{ text: `{${name}}`, mark: 'false' }];
  const bound = `${key}.${name}`;
  switch (value.kind) {
    case 'count':
    case 'share':
    case 'place':
    case 'previous':
    case 'assistance':
    case 'typed':
      return [renderNumber(context, evaluated, value, name)];
    case 'ranking':
    case 'list':
      return renderMembers(context, value, found.items ?? [], found.of ?? 0, bound);
    case 'assisted':
    case 'reported':
    case 'subjects':
      return renderList(context, itemsOf(context, value.kind, found.items ?? [], bound));
    case 'described':
      return renderDescriptions(context, value.theme, found.items ?? []);
    case 'groups':
      return renderList(
        context,
        value.regions.map((region) => [{ text: context.wording.group(region) }]),
      );
    case 'theme':
      return [{ text: context.themeName(value.code) }];
    case 'edition':
      return [{ text: context.fact(value.fact) ?? '–', value: bound }];
    case 'name':
      return [renderNamedValue(context, value)];
    case 'reference':
      return [{ text: context.reference(value.to) ?? '–', reference: value.to }];
    case 'footnote': {
      const number = context.footnote(value.key);
      return number === null ? [] : [{ text: '', footnote: number }];
    }
  }
}
