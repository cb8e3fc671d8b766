import { MatchesTable } from '#components/matches/matches-table';
import { SelectField } from '#components/ui/field';
import { Page } from '#components/ui/page';
import { signedIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { answeredAmong, matchesSeen } from '#lib/assistance/matches/queries';
import { matchStates } from '#lib/needs/met/vocabulary';

type Params = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ state?: string | string[] }>;
};

/** The matches that concern whoever reads; what waits for a decision first. */
export default async function Matches({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await signedIn(locale, `/${locale}/assistance/matches`);
  const { state: sent } = await searchParams;
  const state = matchStates.find((each) => each === sent);
  const matches = await matchesSeen(actor, { own: true, states: state ? [state] : undefined });
  const waiting = (await matchesSeen(actor, { own: true, states: ['proposed'] })).length;
  return (
    <Page
      title={t('matches.title')}
      site={t('site.name')}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/assistance`, label: t('assistance.title') }]}
    >
      <h1>{t('matches.title')}</h1>
      <p className="lead">{t('matches.lead')}</p>
      <p>
        <a href={`/${locale}/assistance/matches?state=proposed`}>
          {t('matches.waits', { count: waiting })}
        </a>
      </p>
      <form
        method="get"
        action={`/${locale}/assistance/matches`}
        className="filter-form"
        noValidate
      >
        <SelectField
          name="state"
          label={t('matches.state')}
          none={t('matches.any')}
          options={matchStates.map((each) => ({ value: each, label: t(`matches.states.${each}`) }))}
          defaultValue={state ?? ''}
        />
        <div className="field">
          <button className="button second">{t('matches.show')}</button>
        </div>
      </form>
      {matches.length === 0 ? (
        <p>{t('matches.none')}</p>
      ) : (
        <MatchesTable
          locale={locale}
          t={t}
          matches={matches}
          answered={await answeredAmong(actor, matches)}
          caption={t('matches.caption')}
        />
      )}
    </Page>
  );
}
