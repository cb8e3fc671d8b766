import { ActivityStatusTag } from '#components/assistance/activity-status';
import { saysText } from '#components/matches/need-status';
import { categoryName } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { formatList } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';
import type { MatchSeen } from '#lib/assistance/matches/queries';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  matches: readonly MatchSeen[];
  answered: ReadonlySet<string>;
  caption: string;
  /** What the page itself is about. */ without?: 'need' | 'activity';
}>;

/** From the activity to the need, in the direction of reading. */
export const arrowOf = (locale: Locale) => (directionOf(locale) === 'rtl' ? '←' : '→');

/** A need in a line: its State, its provision and its category. */
export const NeedInWords = ({
  locale,
  t,
  need: { needReference, stateCode, articles, chapter, category },
}: {
  locale: Locale;
  t: Translate;
  need: Pick<MatchSeen, 'needReference' | 'stateCode' | 'articles' | 'chapter' | 'category'>;
}) => (
  <>
    <bdi>{needReference ?? '–'}</bdi> · <bdi>{stateName(stateCode, locale)}</bdi> ·{' '}
    {articles.length > 0
      ? t('provisions.articles', {
          count: articles.length,
          list: formatList(locale, articles.map(String)),
        })
      : t('provisions.chapter', { chapter: chapter ?? '' })}{' '}
    · {category ? categoryName(category, locale) : '–'}
  </>
);

/** A match in a line: the activity, and the need that it answers. */
export const MatchInWords = ({
  locale,
  match: { activityReference, needReference },
}: {
  locale: Locale;
  match: Pick<MatchSeen, 'activityReference' | 'needReference'>;
}) => (
  <>
    <bdi>{activityReference}</bdi> {arrowOf(locale)} <bdi>{needReference ?? '–'}</bdi>
  </>
);

/** Matches as a table, each leading to its own page. */
export function MatchesTable({ locale, t, matches, answered, caption, without }: Props) {
  const cells = [
    ...(without === 'need' ? [] : (['need'] as const)),
    ...(without === 'activity' ? [] : (['activity'] as const)),
    'degree',
    'state',
    'says',
  ] as const;
  return (
    <div className="scroll">
      <table className="stacked">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="words">
              {t('matches.one')}
            </th>
            {cells.map((cell) => (
              <th key={cell} scope="col" className="words">
                {t(`matches.${cell}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matches.map((match) => (
            <tr key={match.id}>
              <th scope="row" className="match">
                <a href={`/${locale}/assistance/matches/${match.id}`}>
                  <MatchInWords locale={locale} match={match} />
                </a>
              </th>
              {without === 'need' ? null : (
                <td className="words text" data-label={t('matches.need')}>
                  <a href={`/${locale}/needs/${match.needId}`}>
                    <NeedInWords locale={locale} t={t} need={match} />
                  </a>
                </td>
              )}
              {without === 'activity' ? null : (
                <td className="words text" data-label={t('matches.activity')}>
                  <bdi lang={match.titleLanguage}>
                    {match.opens ? (
                      <a href={`/${locale}/assistance/${match.assistanceId}`}>{match.title}</a>
                    ) : (
                      match.title
                    )}
                  </bdi>{' '}
                  <ActivityStatusTag t={t} status={match.activity} />
                  {match.organisation ? (
                    <span className="note">
                      {' '}
                      <bdi>{match.organisation}</bdi>
                    </span>
                  ) : null}
                </td>
              )}
              <td className="words" data-label={t('matches.degree')}>
                {t(`matches.degrees.${match.degree}`)}
              </td>
              <td className="words" data-label={t('matches.state')}>
                {t(`matches.states.${match.state}`)}
              </td>
              <td className="words" data-label={t('matches.says')}>
                {match.state === 'accepted'
                  ? saysText(t, match.confirmation, answered.has(match.id))
                  : '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
