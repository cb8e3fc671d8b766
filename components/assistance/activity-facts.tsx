import { ActivityStatusTag } from '#components/assistance/activity-status';
import { periodText, statesText } from '#components/assistance/words';
import { Facts, type Fact } from '#components/ui/page';
import type { ActivitySeen } from '#lib/assistance/activities/queries';
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
  activity: ActivitySeen;
  topicName: (code: string) => string;
}>;

/** All that an activity says, but for its title and its numbers. */
export function ActivityFacts({
  locale,
  t,
  activity: { organisation, status, whole, content },
  topicName,
}: Props) {
  const list = (items: readonly string[]) => formatList(locale, items);
  const fact = (field: Parameters<typeof label>[0], value: Fact['value'] | null): Fact[] =>
    value === null || value === '' ? [] : [{ term: label(field), value }];
  const label = (
    field:
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
      | 'description',
  ) => t(`assistance.fields.${field}`);
  return (
    <Facts
      facts={[
        ...fact('theme', themeName(content.theme, locale)),
        ...fact('kind', t(`assistance.kinds.${content.kind}`)),
        ...fact('status', <ActivityStatusTag t={t} status={status} />),
        ...fact(
          'description',
          content.description === null ? null : (
            <span lang={content.language} dir={directionOf(content.language)}>
              {content.description}
            </span>
          ),
        ),
        ...fact('organisation', organisation === null ? null : <bdi>{organisation}</bdi>),
        ...fact(
          'partners',
          content.partners.length > 0 ? <bdi>{list(content.partners)}</bdi> : null,
        ),
        ...fact('recipients', statesText(locale, content.states, 'recipient')),
        ...fact('hosts', statesText(locale, content.states, 'host')),
        ...fact('areas', content.areas.length > 0 ? <bdi>{list(content.areas)}</bdi> : null),
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
        ...fact(
          'gender',
          content.gender === 'none' ? null : t(`assistance.genders.${content.gender}`),
        ),
        ...fact(
          'beneficiaries',
          content.beneficiaries === null ? null : formatNumber(locale, content.beneficiaries),
        ),
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
      ]}
    />
  );
}
