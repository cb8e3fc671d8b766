import { categoryName } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { formatList, formatNumber, formatPercent } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { AnnexRow } from '#lib/documents/model/document';
import type { TargetGroup } from '#lib/needs/model/vocabulary';
import { memberName } from '#lib/notes/text/render-placeholder';
import type { Wording } from '#lib/notes/text/wording';
import type {
  AssistanceUnit,
  Claim,
  CountedUnit,
  Dimension,
  ValueFilter,
  BoundValue,
} from '#lib/notes/model/vocabulary';

/** What describing values in words needs. */
export type DefinitionContext = Readonly<{
  locale: Locale;
  t: Translate;
  /** The forms of names and numbers that the edition is worded with. */
  wording: Pick<Wording, 'article' | 'articles' | 'date' | 'states'>;
  termName: (code: string) => string;
  previousCutoff: string | null;
  themeName: (code: string) => string;
}>;

/** Describes a row of a matrix: a chapter as a whole, several articles together, or one. */
function describeRow({ t, wording }: DefinitionContext, row: string): string {
  if (row.startsWith('general')) return t('notes.definition.general');
  return row.includes(';')
    ? t('notes.definition.together', { articles: wording.articles(row.split(';')) })
    : t('notes.definition.row', { article: wording.article(row) });
}

/** Describes a count: the unit, then every part of its filter. */
function describeCount(context: DefinitionContext, of: string, filter: ValueFilter): string {
  const { locale, t, termName, previousCutoff, wording } = context;
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
    target,
    since,
  } = filter;
  const named = (code: string | undefined) => (code === undefined ? [] : [termName(code)]);
  return [
    of,
    ...(regions.length > 0
      ? [
          formatList(
            locale,
            regions.map((region) => wording.states(region)),
          ),
        ]
      : []),
    ...(category ? [categoryName(category, locale)] : []),
    ...named(subcategory),
    ...named(topic),
    ...named(type),
    ...(tag ? [t('notes.definition.tag', { name: termName(tag) })] : []),
    ...(status ? [t(`matches.statuses.${status}`)] : []),
    ...(target ? [t(`targetGroups.${target as TargetGroup}`)] : []),
    ...(article ? [t('notes.definition.article', { article: wording.article(article) })] : []),
    ...(row === undefined ? [] : [describeRow(context, row)]),
    ...(since && previousCutoff
      ? [t('notes.definition.since', { date: wording.date(previousCutoff) })]
      : []),
  ].join(' · ');
}

const unitName = (
  { t }: DefinitionContext,
  of: CountedUnit | AssistanceUnit,
  assistance = false,
): string =>
  t(of === 'states' && assistance ? 'notes.definition.assistedStates' : `notes.definition.${of}`);

function countingRule({ t }: DefinitionContext, of: CountedUnit, { article }: ValueFilter): string {
  if (of === 'states') return t('notes.definition.distinct');
  return article ? t('notes.definition.byArticle') : t('notes.definition.plain');
}

/** The rule by which the members of a ranking or list were counted and ordered. */
function orderingRule(
  { t }: DefinitionContext,
  value: Extract<BoundValue, { kind: 'ranking' | 'list' }>,
): string {
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

/** Describes a count of assistance: the unit, then every part of its filter. */
const describeAssistance = (
  { t, previousCutoff, themeName, wording }: DefinitionContext,
  of: string,
  { theme, since }: Readonly<{ theme?: string; since?: true }>,
): string =>
  [
    of,
    ...(theme ? [t('notes.definition.theme', { name: themeName(theme) })] : []),
    ...(since && previousCutoff
      ? [t('notes.definition.goingOn', { date: wording.date(previousCutoff) })]
      : []),
  ].join(' · ');

/** Describes a value: definition, rule and base. Returns null for a value that is no number. */
export function describeValue(
  context: DefinitionContext,
  value: BoundValue,
): Pick<AnnexRow, 'definition' | 'rule' | 'base'> | null {
  const { t, wording } = context;
  const define = (of: CountedUnit, filter: ValueFilter) =>
    describeCount(context, unitName(context, of), filter);
  const plain = (definition: string, rule: string, base = '–') => ({ definition, rule, base });
  switch (value.kind) {
    case 'count':
      return plain(define(value.of, value.in), countingRule(context, value.of, value.in));
    case 'share':
      return plain(
        define(value.of, value.in),
        countingRule(context, value.of, value.in),
        define(value.baseOf ?? value.of, value.base),
      );
    case 'ranking':
    case 'list':
      return plain(
        define(value.over === 'type' ? 'mentions' : 'needs', value.in),
        orderingRule(context, value),
        define(value.over === 'type' ? 'mentions' : 'needs', value.in),
      );
    case 'place':
      return plain(
        `${define('needs', value.in)} · ${t('notes.definition.place', { name: memberName(context, value.over, value.item) })}`,
        t(value.order === 'most' ? 'notes.definition.ranking' : 'notes.definition.rankingFewest'),
      );
    case 'previous': {
      const date = context.previousCutoff ? wording.date(context.previousCutoff) : '–';
      return plain(
        `${define(value.of, value.in)} · ${t(value.as === 'before' ? 'notes.definition.previous' : 'notes.definition.change', { date })}`,
        countingRule(context, value.of, value.in),
      );
    }
    case 'assistance':
      return plain(
        describeAssistance(context, unitName(context, value.of, true), value),
        t(`notes.definition.${assistanceRules[value.of]}`),
      );
    case 'reported':
      return plain(
        describeAssistance(
          context,
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

/** Describes a claim: what it is about, and the order, share or set that it asserts. */
export function describeClaim(context: DefinitionContext, claim: Claim): string {
  const { t, locale } = context;
  const define = (filter: ValueFilter) =>
    describeCount(context, unitName(context, 'of' in claim ? claim.of : 'needs'), filter);
  const member = (over: Dimension, code: string) => memberName(context, over, code);
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
    case 'spread':
      return `${define(claim.in)}: ${t(`noteParts.${claim.is === 'even' ? 'evenness' : 'unevenness'}`, { top: claim.top, low: claim.low })}`;
    case 'no-topic':
      return `${define(claim.in)}: ${t('noteParts.noTopic')}`;
    case 'none':
      return `${define(claim.in)}: ${formatNumber(locale, 0)}`;
    case 'released':
      return claim.reason;
    case 'greater':
      return `${define(claim.in)} > ${define(claim.than)}`;
  }
}
