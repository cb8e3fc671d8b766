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
  const rowName =
    row === undefined
      ? []
      : [
          row.startsWith('general')
            ? t('notes.definition.general')
            : row.includes(';')
              ? t('notes.definition.together', { articles: row.split(';').join(', ') })
              : t('notes.definition.row', { article: row }),
        ];
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
    ...rowName,
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

const ruleOf = ({ t }: Defining, of: CountedUnit, { article }: Narrowing): string =>
  t(
    of === 'states'
      ? 'notes.definition.distinct'
      : article
        ? 'notes.definition.byArticle'
        : 'notes.definition.plain',
  );

const assistanceRules = {
  activities: 'activityOnce',
  planned: 'activityOnce',
  states: 'distinct',
  beneficiaries: 'addedUp',
} as const satisfies Record<AssistanceUnit, string>;

/** What a value is: definition, rule and base, in words. Null for what is no number. */
export function wordsOf(
  defining: Defining,
  value: Value,
): Pick<AnnexRow, 'definition' | 'rule' | 'base'> | null {
  const { t, locale } = defining;
  const define = (of: CountedUnit, narrowing: Narrowing) =>
    definitionOf(defining, countedName(defining, of), narrowing);
  const assistanceOf = (of: string, { theme, since }: Readonly<{ theme?: string; since?: true }>) =>
    [
      of,
      ...(theme ? [t('notes.definition.theme', { name: defining.themeName(theme) })] : []),
      ...(since && defining.previousCutoff
        ? [t('notes.definition.goingOn', { date: formatDate(locale, defining.previousCutoff) })]
        : []),
    ].join(' · ');
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
        t(
          value.over === 'article'
            ? 'notes.definition.byArticle'
            : value.kind === 'ranking' && value.order === 'fewest'
              ? 'notes.definition.rankingFewest'
              : 'notes.definition.ranking',
        ),
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
        assistanceOf(countedName(defining, value.of, true), value),
        t(`notes.definition.${assistanceRules[value.of]}`),
      );
    case 'reported':
      return plain(
        assistanceOf(
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
