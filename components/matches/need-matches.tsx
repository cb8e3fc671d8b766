import { MatchesTable } from '#components/matches/matches-table';
import { NeedStatusTag } from '#components/matches/need-status';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import type { MatchView } from '#lib/assistance/matches/queries';
import type { NeedStatus } from '#lib/needs/fulfilment/vocabulary';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  needId: string;
  status: NeedStatus;
  matches: readonly MatchView[];
  answered: ReadonlySet<string>;
  mayPropose: boolean;
}>;

/** The status of a need, the activities that it is matched with, and the link that proposes more. */
export const NeedMatches = ({
  locale,
  t,
  needId,
  status,
  matches,
  answered,
  mayPropose,
}: Props) => (
  <section aria-labelledby="assistance">
    <h2 id="assistance">
      {t('matches.answersNeed')} <NeedStatusTag t={t} status={status} />
    </h2>
    {matches.length === 0 ? (
      <p>{t('matches.nothing')}</p>
    ) : (
      <MatchesTable
        locale={locale}
        t={t}
        matches={matches}
        answered={answered}
        caption={t('matches.caption')}
        without="need"
      />
    )}
    {mayPropose ? (
      <p className="buttons">
        <a className="button second" href={`/${locale}/assistance/matches/new?need=${needId}`}>
          {t('matches.propose')}
        </a>
      </p>
    ) : null}
  </section>
);
