import { categoryName } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { regionName } from '#lib/convention/regions';
import { formatDate, formatList, formatNumber, formatPercent } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { AnnexRow } from '#lib/documents/model/document';
import { memberName } from '#lib/notes/placeholders';
import type {
  AssistanceUnit,
  Claim,
  CountedUnit,
  Dimension,
  Narrowing,
  Value,
} from '#lib/notes/model/vocabulary';

/** What definitions are put in words with. */
export type Defining = Readonly<{
  locale: Locale;
  t: Translate;
  termName: (code: string) => string;
  previousCutoff: string | null;
  themeName: (code: string) => string;
}>;

/** A row of a matrix in words: a chapter as a whole, several articles together, or one. */
function rowName({ t }: Defining, row: string): string {
  if (row.startsWith('general')) return t('notes.definition.general');
  return row.includes(';')
    ? t('notes.definition.together', { articles: row.split(';').join(', ') })
    : t('notes.definition.row', { article: row });
}

/** What is counted, in words: the thing, then everything that narrows it. */
export function definitionOf(defining: Defining, of: string, narrowing: Narrowing): string {
  const { locale, t, termName, previousCutoff } = defining;
  const {
    regions = [],
    category,
    subcategory,
    topic,
    type,
    tag,
    article,
    row,
    status,
    since,
  } = narrowing;
  const named = (code: string | undefined) => (code === undefined ? [] : [termName(code)]);
  return [
    of,
    ...(regions.length > 0
      ? [
          formatList(
            locale,
            regions.map((region) => regionName(region, locale)),
          ),
        ]
      : []),
    ...(category ? [categoryName(category, locale)] : []),
    ...named(subcategory),
    ...named(topic),
    ...named(type),
    ...(tag ? [t('notes.definition.tag', { name: termName(tag) })] : []),
    ...(status ? [t(`matches.statuses.${status}`)] : []),
    ...(article ? [t('notes.definition.article', { article })] : []),
    ...(row === undefined ? [] : [rowName(defining, row)]),
    ...(since && previousCutoff
      ? [t('notes.definition.since', { date: formatDate(locale, previousCutoff) })]
      : []),
  ].join(' · ');
}

const countedName = (
  { t }: Defining,
  of: CountedUnit | AssistanceUnit,
  assistance = false,
): string =>
  t(of === 'states' && assistance ? 'notes.definition.assistedStates' : `notes.definition.${of}`);

function ruleOf({ t }: Defining, of: CountedUnit, { article }: Narrowing): string {
  if (of === 'states') return t('notes.definition.distinct');
  return article ? t('notes.definition.byArticle') : t('notes.definition.plain');
}

/** By which rule the members of a ranking or list were counted, and in which order they stand. */
function severalRule({ t }: Defining, value: Extract<Value, { kind: 'ranking' | 'list' }>): string {
  if (value.over === 'article') return t('notes.definition.byArticle');
  return value.kind === 'ranking' && value.order === 'fewest'
    ? t('notes.definition.rankingFewest')
    : t('notes.definition.ranking');
}

const assistanceRules = {
  activities: 'activityOnce',
  planned: 'activityOnce',
  states: 'distinct',
  beneficiaries: 'addedUp',
} as const satisfies Record<AssistanceUnit, string>;

/** Assistance in words: the thing, then everything that narrows it. */
const assistanceOf = (
  { t, locale, previousCutoff, themeName }: Defining,
  of: string,
  { theme, since }: Readonly<{ theme?: string; since?: true }>,
): string =>
  [
    of,
    ...(theme ? [t('notes.definition.theme', { name: themeName(theme) })] : []),
    ...(since && previousCutoff
      ? [t('notes.definition.goingOn', { date: formatDate(locale, previousCutoff) })]
      : []),
  ].join(' · ');

/** What a value is: definition, rule and base, in words. Null for what is no number. */
export function wordsOf(
  defining: Defining,
  value: Value,
): Pick<AnnexRow, 'definition' | 'rule' | 'base'> | null {
  const { t, locale } = defining;
  const define = (of: CountedUnit, narrowing: Narrowing) =>
    definitionOf(defining, countedName(defining, of), narrowing);
  const plain = (definition: string, rule: string, base = '–') => ({ definition, rule, base });
  switch (value.kind) {
    case 'count':
      return plain(define(value.of, value.in), ruleOf(defining, value.of, value.in));
    case 'share':
      return plain(
        define(value.of, value.in),
        ruleOf(defining, value.of, value.in),
        define(value.baseOf ?? value.of, value.base),
      );
    case 'ranking':
    case 'list':
      return plain(
        define(value.over === 'type' ? 'mentions' : 'needs', value.in),
        severalRule(defining, value),
        define(value.over === 'type' ? 'mentions' : 'needs', value.in),
      );
    case 'place':
      return plain(
        `${define('needs', value.in)} · ${t('notes.definition.place', { name: memberName(defining, value.over, value.item) })}`,
        t(value.order === 'most' ? 'notes.definition.ranking' : 'notes.definition.rankingFewest'),
      );
    case 'previous': {
      const date = defining.previousCutoff ? formatDate(locale, defining.previousCutoff) : '–';
      return plain(
        `${define(value.of, value.in)} · ${t(value.as === 'before' ? 'notes.definition.previous' : 'notes.definition.change', { date })}`,
        ruleOf(defining, value.of, value.in),
      );
    }
    case 'assistance':
      return plain(
        assistanceOf(defining, countedName(defining, value.of, true), value),
        t(`notes.definition.${assistanceRules[value.of]}`),
      );
    case 'reported':
      return plain(
        assistanceOf(
          defining,
          t(value.planned ? 'notes.definition.planned' : 'notes.definition.reported'),
          value,
        ),
        t('notes.definition.asReported'),
      );
    case 'typed':
      return plain(t('notes.definition.typed', { reason: value.reason }), '–');
    default:
      return null;
  }
}

/** A claim in words: what it is said of, and the order, share or set that it names. */
export function claimWords(defining: Defining, claim: Claim): string {
  const { t, locale } = defining;
  const define = (narrowing: Narrowing) =>
    definitionOf(defining, countedName(defining, 'of' in claim ? claim.of : 'needs'), narrowing);
  const member = (over: Dimension, code: string) => memberName(defining, over, code);
  switch (claim.kind) {
    case 'place':
      return `${define(claim.in)} · ${t('notes.definition.place', { name: member(claim.over, claim.item) })}: ${formatNumber(locale, claim.place)}${claim.each ? ` · ${t('notes.block.each')} ${t(`notes.block.dimensions.${claim.each}`)}` : ''}`;
    case 'order':
      return `${define(claim.in)}: ${claim.groups
        .map((group) =>
          formatList(
            locale,
            group.map((code) => member(claim.over, code)),
          ),
        )
        .join(' › ')}`;
    case 'share':
      return `${define(claim.in)} · ${t(`notes.block.ises.${claim.is}`)} ${formatPercent(locale, claim.percent)} · ${define(claim.base)}${claim.each ? ` · ${t('notes.block.each')} ${t(`notes.block.dimensions.${claim.each}`)}` : ''}`;
    case 'only':
      return `${define(claim.in)}: ${formatList(
        locale,
        claim.items.map((code) => member(claim.over, code)),
      )}`;
    case 'none':
      return `${define(claim.in)}: ${formatNumber(locale, 0)}`;
    case 'greater':
      return `${define(claim.in)} > ${define(claim.than)}`;
  }
}
