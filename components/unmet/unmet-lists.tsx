import type { ReactNode } from 'react';
import { NumberCell, CountLink } from '#components/summaries/numbers';
import type { SummaryView } from '#components/summaries/summary-view';
import { Table } from '#components/summaries/table';
import { openStatus } from '#lib/assistance/activities/list-parameters';
import { themeName } from '#lib/assistance/activities/vocabulary';
import { articleTitle } from '#lib/convention/articles';
import { regionName } from '#lib/convention/regions';
import { formatNumber } from '#lib/text/format';
import type { MatchOverlap, UnmetProgrammes } from '#lib/assistance/matches/unmet-queries';
import { unmetSpans } from '#lib/counting/filter/vocabulary';
import type { UnmetOverview } from '#lib/counting/count/unmet';

type Props = Pick<SummaryView, 'locale' | 't' | 'opens'>;
/** The head of a column of text, aligned with it. */
const textHead = (head: string) => <span className="words">{head}</span>;
const articleName = ({ locale, t }: Props, article: string) =>
  article === 'general'
    ? t('list.general')
    : `${article} · ${articleTitle(Number(article), locale)}`;

/** For how long needs have been unmet, by region; not where they are the needs of a single State. */
export const UnmetSince = ({
  locale,
  t,
  opens,
  since,
}: Props & { since: UnmetOverview['since'] }) => (
  <Table
    id="unmet-since"
    labelledBy="since-title"
    heads={[t('unmet.region'), ...unmetSpans.map((span) => t(`unmet.spans.${span}`))]}
    note={t('unmet.sinceNote')}
  >
    {since.map(({ region, spans: own }) => (
      <tr key={region}>
        <th scope="row">{regionName(region, locale)}</th>
        {unmetSpans.map((span) =>
          own ? (
            <NumberCell
              key={span}
              locale={locale}
              n={own[span]}
              href={opens?.('needs', { region, status: 'unmet', unmet: span })}
            />
          ) : (
            <td key={span}>–</td>
          ),
        )}
      </tr>
    ))}
  </Table>
);

/** Needs that several activities answer, and how many needs of the same article and region are unmet. */
export function Overlaps({ overlaps, ...view }: Props & { overlaps: readonly MatchOverlap[] }) {
  const { locale, t, opens } = view;
  if (overlaps.length === 0) return <p>{t('unmet.overlapsNone')}</p>;
  return (
    <Table
      id="overlaps"
      stacked
      caption={t('unmet.overlapsLead')}
      heads={[
        t('unmet.region'),
        textHead(t('unmet.article')),
        textHead(t('unmet.answered')),
        t('unmet.without'),
      ]}
    >
      {overlaps.map(({ region, article, needs, unmet }) => (
        <tr key={region + article}>
          <th scope="row">{regionName(region, locale)}</th>
          <td className="words article">{articleName(view, article)}</td>
          <td className="words" data-label={t('unmet.answered')}>
            <ul className="plain">
              {needs.map(({ id, reference }) => (
                <li key={id}>
                  <a href={`/${locale}/needs/${id}`}>
                    <bdi>{reference ?? '–'}</bdi>
                  </a>
                </li>
              ))}
            </ul>
          </td>
          <td data-label={t('unmet.without')}>
            <CountLink n={unmet} href={opens?.('needs', { region, article, status: 'unmet' })}>
              {formatNumber(locale, unmet)}
            </CountLink>
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** A list in a cell, or a dash where it is empty. */
const CellList = ({ items }: { items: readonly ReactNode[] }) =>
  items.length === 0 ? '–' : <ul className="plain">{items}</ul>;

function ProgrammeRow({ programme, ...view }: Props & { programme: UnmetProgrammes }) {
  const { locale, t, opens } = view;
  const { region, article, unmet, hubs, themes, activities } = programme;
  const hubItems = hubs.map(({ id, name, language }) => (
    <li key={id}>
      <a href={`/${locale}/assistance/hubs/${id}`} lang={language}>
        {name}
      </a>
    </li>
  ));
  const themeItems = themes.map((theme) => <li key={theme}>{themeName(theme, locale)}</li>);
  return (
    <tr>
      <th scope="row">{regionName(region, locale)}</th>
      <td className="words article">{articleName(view, article)}</td>
      <td data-label={t('unmet.unmetNeeds')}>
        <CountLink n={unmet} href={opens?.('needs', { region, article, status: 'unmet' })}>
          {formatNumber(locale, unmet)}
        </CountLink>
      </td>
      <td className="words whom" data-label={t('unmet.places')}>
        <CellList items={hubItems} />
      </td>
      <td className="words of-theme" data-label={t('unmet.themes')}>
        <CellList items={themeItems} />
      </td>
      <td data-label={t('unmet.activities')}>
        {activities === 0 ? (
          '–'
        ) : (
          <a
            className="opens"
            href={`/${locale}/assistance?status=${openStatus}&region=${region}&article=${article}`}
          >
            {formatNumber(locale, activities)}
          </a>
        )}
      </td>
    </tr>
  );
}

/** Hubs, themes and activities that could answer the needs where most are unmet. */
export function Programmes({
  programmes,
  ...view
}: Props & { programmes: readonly UnmetProgrammes[] }) {
  const { t } = view;
  if (programmes.length === 0) return null;
  return (
    <Table
      id="programmes"
      stacked
      caption={t('unmet.programmesLead')}
      heads={[
        t('unmet.region'),
        textHead(t('unmet.article')),
        t('unmet.unmetNeeds'),
        textHead(t('unmet.places')),
        textHead(t('unmet.themes')),
        t('unmet.activities'),
      ]}
    >
      {programmes.map((programme) => (
        <ProgrammeRow key={programme.region + programme.article} {...view} programme={programme} />
      ))}
    </Table>
  );
}
