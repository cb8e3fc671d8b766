import { ActivityStatusTag } from '#components/assistance/activity-status';
import { ActivityTitle } from '#components/matches/match-facts';
import { MatchSummary, NeedSummary } from '#components/matches/match-summary';
import { confirmationText } from '#components/matches/need-status';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import type { MatchView } from '#lib/assistance/matches/queries';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  matches: readonly MatchView[];
  /** The ids of disputed matches that the provider has answered. */
  answered: ReadonlySet<string>;
  caption: string;
  /** The column that the page itself is about. */
  without?: 'need' | 'activity';
}>;
type RowProps = Pick<Props, 'locale' | 't' | 'answered' | 'without'> &
  Readonly<{ match: MatchView }>;

const NeedCell = ({ locale, t, match }: RowProps) => (
  <td className="words text" data-label={t('matches.need')}>
    <a href={`/${locale}/needs/${match.needId}`}>
      <NeedSummary locale={locale} t={t} need={match} />
    </a>
  </td>
);

const ActivityCell = ({ locale, t, match }: RowProps) => (
  <td className="words text" data-label={t('matches.activity')}>
    <ActivityTitle locale={locale} match={match} />{' '}
    <ActivityStatusTag t={t} status={match.activity} />
    {match.organisation ? (
      <span className="note">
        {' '}
        <bdi>{match.organisation}</bdi>
      </span>
    ) : null}
  </td>
);

function MatchRow(props: RowProps) {
  const { locale, t, match, answered, without } = props;
  return (
    <tr>
      <th scope="row" className="match">
        <a href={`/${locale}/assistance/matches/${match.id}`}>
          <MatchSummary locale={locale} match={match} />
        </a>
      </th>
      {without === 'need' ? null : <NeedCell {...props} />}
      {without === 'activity' ? null : <ActivityCell {...props} />}
      <td className="words" data-label={t('matches.degree')}>
        {t(`matches.degrees.${match.degree}`)}
      </td>
      <td className="words" data-label={t('matches.state')}>
        {t(`matches.states.${match.state}`)}
      </td>
      <td className="words" data-label={t('matches.says')}>
        {match.state === 'accepted'
          ? confirmationText(t, match.confirmation, answered.has(match.id))
          : '–'}
      </td>
    </tr>
  );
}

/** Matches as a table, each with a link to its own page. */
export function MatchesTable({ matches, caption, ...props }: Props) {
  const { t, without } = props;
  const columns = (['need', 'activity', 'degree', 'state', 'says'] as const).filter(
    (column) => column !== without,
  );
  return (
    <div className="scroll">
      <table className="stacked">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="words">
              {t('matches.one')}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="words">
                {t(`matches.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matches.map((match) => (
            <MatchRow key={match.id} {...props} match={match} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
