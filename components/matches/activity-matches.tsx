import { MatchesTable } from '#components/matches/matches-table';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import type { MatchView } from '#lib/assistance/matches/queries';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  assistanceId: string;
  matches: readonly MatchView[];
  answered: ReadonlySet<string>;
  mayPropose: boolean;
}>;

/** The needs that an activity is matched with, and the link that proposes more. */
export const ActivityMatches = ({
  locale,
  t,
  assistanceId,
  matches,
  answered,
  mayPropose,
}: Props) => (
  <section aria-labelledby="answers">
    <h2 id="answers">{t('matches.ofActivity')}</h2>
    {matches.length === 0 ? (
      <p>{t('matches.nothing')}</p>
    ) : (
      <MatchesTable
        locale={locale}
        t={t}
        matches={matches}
        answered={answered}
        caption={t('matches.caption')}
        without="activity"
      />
    )}
    {mayPropose ? (
      <p className="buttons">
        <a
          className="button second"
          href={`/${locale}/assistance/matches/new?assistance=${assistanceId}`}
        >
          {t('matches.propose')}
        </a>
      </p>
    ) : null}
  </section>
);
