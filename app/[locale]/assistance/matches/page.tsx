import { MatchesTable } from '#components/matches/matches-table';
import { SelectField } from '#components/ui/field';
import { Page } from '#components/ui/page';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator, type Translate } from '#lib/text/i18n';
import { answeredDisputes, listMatches } from '#lib/assistance/matches/queries';
import { matchStates, type MatchState } from '#lib/needs/fulfilment/vocabulary';

type Params = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ state?: string | string[] }>;
};

/** Filters the list by the state of a match. */
const StateFilter = ({
  t,
  action,
  state,
}: Readonly<{ t: Translate; action: string; state?: MatchState }>) => (
  <form method="get" action={action} className="filter-form" noValidate>
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
);

/** The matches that concern the reader, all or those in one state. */
export default async function Matches({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const path = `/${locale}/assistance/matches`;
  const actor = await requireSignIn(locale, path);
  const query = await searchParams;
  const state = matchStates.find((each) => each === query.state);
  const matches = await listMatches(actor, { own: true, states: state ? [state] : undefined });
  const proposed = await listMatches(actor, { own: true, states: ['proposed'] });
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
        <a href={`${path}?state=proposed`}>{t('matches.waits', { count: proposed.length })}</a>
      </p>
      <StateFilter t={t} action={path} state={state} />
      {matches.length === 0 ? (
        <p>{t('matches.none')}</p>
      ) : (
        <MatchesTable
          {...{ locale, t, matches }}
          answered={await answeredDisputes(actor, matches)}
          caption={t('matches.caption')}
        />
      )}
    </Page>
  );
}
