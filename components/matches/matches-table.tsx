import { ActivityStatusTag } from '#components/assistance/activity-status';
import { saysText } from '#components/matches/need-status';
import { categoryName } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import type { Translate } from '#lib/i18n';
import { directionOf } from '#lib/languages';
import type { MatchSeen } from '#lib/matches/queries';

type Props = Readonly<{ locale: Locale; t: Translate; matches: readonly MatchSeen[]; answered: ReadonlySet<string>; caption: string; /** What the page itself is about. */ without?: 'need' | 'activity' }>;

/** A need in a line: its State, its provision and its category. */
export const NeedInWords = ({ locale, t, need: { needReference, stateCode, articles, chapter, category } }: { locale: Locale; t: Translate; need: Pick<MatchSeen, 'needReference' | 'stateCode' | 'articles' | 'chapter' | 'category'> }) => (
  <><bdi>{needReference ?? '–'}</bdi> · {stateName(stateCode, locale)} · {articles.length > 0 ? articles.join('; ') : t('provisions.chapter', { chapter: chapter ?? '' })} · {category ? categoryName(category, locale) : '–'}</>
);

/** Matches as a table, each leading to its own page. */
export function MatchesTable({ locale, t, matches, answered, caption, without }: Props) {
  const cells = [...(without === 'need' ? [] : ['need'] as const), ...(without === 'activity' ? [] : ['activity'] as const), 'degree', 'state', 'says'] as const;
  return (
    <div className="scroll">
      <table>
        <caption>{caption}</caption>
        <thead><tr><th scope="col" className="words">{t('matches.one')}</th>{cells.map((cell) => <th key={cell} scope="col" className="words">{t(`matches.${cell}`)}</th>)}</tr></thead>
        <tbody>
          {matches.map((match) => (
            <tr key={match.id}>
              <th scope="row"><a href={`/${locale}/assistance/matches/${match.id}`}><bdi>{match.activityReference}</bdi> → <bdi>{match.needReference ?? '–'}</bdi></a></th>
              {without === 'need' ? null : <td className="words text"><a href={`/${locale}/needs/${match.needId}`}><NeedInWords locale={locale} t={t} need={match} /></a></td>}
              {without === 'activity' ? null : (
                <td className="words text">
                  <span lang={match.titleLanguage} dir={directionOf(match.titleLanguage)}>{match.opens ? <a href={`/${locale}/assistance/${match.assistanceId}`}>{match.title}</a> : match.title}</span>{' '}
                  <ActivityStatusTag t={t} status={match.activity} />{match.organisation ? <span className="note"> <bdi>{match.organisation}</bdi></span> : null}
                </td>
              )}
              <td className="words">{t(`matches.degrees.${match.degree}`)}</td>
              <td className="words">{t(`matches.states.${match.state}`)}</td>
              <td className="words">{match.state === 'accepted' ? saysText(t, match.confirmation, answered.has(match.id)) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
