import { ActivityStatusTag } from '#components/assistance/activity-status';
import { periodText, statesText } from '#components/assistance/activity-text';
import { Facts, type Fact } from '#components/ui/page';
import type { ActivityView } from '#lib/assistance/activities/queries';
import { descriptionIn } from '#lib/assistance/activities/translations';
import { themeName } from '#lib/assistance/activities/vocabulary';
import { articleTitle } from '#lib/convention/articles';
import { categoryName } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { regionName } from '#lib/convention/regions';
import { formatDate, formatList, formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  activity: ActivityView;
  topicName: (code: string) => string;
}>;

type Field =
  | 'theme'
  | 'kind'
  | 'status'
  | 'organisation'
  | 'partners'
  | 'recipients'
  | 'hosts'
  | 'areas'
  | 'regions'
  | 'articles'
  | 'categories'
  | 'topics'
  | 'dates'
  | 'from'
  | 'until'
  | 'delivery'
  | 'targetGroups'
  | 'gender'
  | 'beneficiaries'
  | 'resolutions'
  | 'iati'
  | 'funding'
  | 'documents'
  | 'description';

/** One fact as a list; an empty list where it has no value. */
const factOf =
  (t: Translate) =>
  (field: Field, value: Fact['value'] | null): Fact[] =>
    value === null || value === '' ? [] : [{ term: t(`assistance.fields.${field}`), value }];

/** What the activity is, who provides it and for whom. */
function whatAndWho({ locale, t, activity: { organisation, status, content } }: Props): Fact[] {
  const fact = factOf(t);
  const list = (items: readonly string[]) => formatList(locale, items);
  const description = descriptionIn(content, locale);
  return [
    ...fact('theme', themeName(content.theme, locale)),
    ...fact('kind', t(`assistance.kinds.${content.kind}`)),
    ...fact('status', <ActivityStatusTag t={t} status={status} />),
    ...fact(
      'description',
      description && (
        <span lang={description.language} dir={directionOf(description.language)}>
          {description.text}
        </span>
      ),
    ),
    ...fact('organisation', organisation === null ? null : <bdi>{organisation}</bdi>),
    ...fact('partners', content.partners.length > 0 ? <bdi>{list(content.partners)}</bdi> : null),
    ...fact('recipients', statesText(locale, content.states, 'recipient')),
    ...fact('hosts', statesText(locale, content.states, 'host')),
    ...fact('areas', content.areas.length > 0 ? <bdi>{list(content.areas)}</bdi> : null),
  ];
}

/** Where it takes place, and what it is about. */
function subject({ locale, topicName, t, activity: { content } }: Props): Fact[] {
  const fact = factOf(t);
  const list = (items: readonly string[]) => formatList(locale, items);
  return [
    ...fact('regions', list(content.regions.map((region) => regionName(region, locale)))),
    ...fact(
      'articles',
      content.articles.length > 0 ? (
        <ul className="plain">
          {content.articles.map((article) => (
            <li key={article}>
              {article} · {articleTitle(article, locale)}
            </li>
          ))}
        </ul>
      ) : null,
    ),
    ...fact(
      'categories',
      list(content.categories.map((category) => categoryName(category, locale))),
    ),
    ...fact('topics', list(content.topics.map(topicName))),
  ];
}

/** When it takes place, in which form and for which people. */
function whenAndHow({ locale, t, activity: { content } }: Props): Fact[] {
  const fact = factOf(t);
  const list = (items: readonly string[]) => formatList(locale, items);
  return [
    ...fact('dates', <bdi>{periodText(locale, t, content)}</bdi>),
    ...(content.period
      ? [
          ...fact('from', content.from && formatDate(locale, content.from)),
          ...fact('until', content.until && formatDate(locale, content.until)),
        ]
      : []),
    ...fact('delivery', content.delivery && t(`assistance.deliveries.${content.delivery}`)),
    ...fact(
      'targetGroups',
      list(content.targetGroups.map((group) => t(`targetGroups.${group as 'officials'}`))),
    ),
    ...fact('gender', content.gender === 'none' ? null : t(`assistance.genders.${content.gender}`)),
    ...fact(
      'beneficiaries',
      content.beneficiaries === null ? null : formatNumber(locale, content.beneficiaries),
    ),
  ];
}

/** The resolutions and documents that it is based on. */
function sources({ locale, t, activity: { fullAccess: whole, content } }: Props): Fact[] {
  const fact = factOf(t);
  const list = (items: readonly string[]) => formatList(locale, items);
  return [
    ...fact('resolutions', list(content.resolutions)),
    ...fact('iati', content.iati && <bdi>{content.iati}</bdi>),
    ...fact('funding', whole ? t(`assistance.fundings.${content.funding}`) : null),
    ...fact(
      'documents',
      content.documents.length > 0 ? (
        <ul className="plain">
          {content.documents.map(({ title, url }) => (
            <li key={url + title}>
              <a href={url} rel="noreferrer nofollow">
                <bdi>{title}</bdi>
              </a>
            </li>
          ))}
        </ul>
      ) : null,
    ),
  ];
}

/** All facts of an activity but its title and its numbers. */
export const ActivityFacts = (props: Props) => (
  <Facts
    facts={[...whatAndWho(props), ...subject(props), ...whenAndHow(props), ...sources(props)]}
  />
);
