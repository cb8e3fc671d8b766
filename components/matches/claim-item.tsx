import { ActivityStatusTag } from '#components/assistance/activity-status';
import { MatchForms } from '#components/matches/match-forms';
import { NeedSummary } from '#components/matches/match-summary';
import { confirmationText } from '#components/matches/need-status';
import type { MatchView } from '#lib/assistance/matches/queries';
import type { Locale } from '#lib/convention/names';
import type { MatchVerb } from '#lib/needs/fulfilment/vocabulary';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  by: string;
  match: MatchView;
  isAnswered: boolean;
  verbs: readonly MatchVerb[];
}>;

/** The degree and state of a claim, and what the State says about it once it is accepted. */
const ClaimState = ({ t, match, isAnswered }: Pick<Props, 't' | 'match' | 'isAnswered'>) => (
  <p>
    {match.state === 'accepted' ? (
      <>
        <strong>{confirmationText(t, match.confirmation, isAnswered)}</strong> ·{' '}
      </>
    ) : null}
    {match.organisation ? (
      <>
        <bdi>{match.organisation}</bdi> ·{' '}
      </>
    ) : null}
    {t('matches.degree')}: {t(`matches.degrees.${match.degree}`)} ·{' '}
    {t(`matches.states.${match.state}`)}
  </p>
);

/** One claim that an activity answers a need of the reader's State, with the forms to judge it. */
export const ClaimItem = ({ locale, t, by, match, isAnswered, verbs }: Props) => (
  <li>
    <h2>
      <a href={`/${locale}/assistance/matches/${match.id}`}>
        <bdi lang={match.titleLanguage}>{match.title}</bdi>
      </a>{' '}
      <ActivityStatusTag t={t} status={match.activity} />
    </h2>
    <p>
      <a href={`/${locale}/needs/${match.needId}`}>
        <NeedSummary locale={locale} t={t} need={match} />
      </a>
    </p>
    <ClaimState t={t} match={match} isAnswered={isAnswered} />
    {match.state === 'accepted' && match.activity !== 'completed' ? (
      <p className="note">{t('matches.notYet')}</p>
    ) : null}
    <MatchForms locale={locale} t={t} by={by} match={match} verbs={verbs} from="claims" />
  </li>
);
