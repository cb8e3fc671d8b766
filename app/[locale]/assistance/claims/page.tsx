import { ActivityStatusTag } from '#components/assistance/activity-status';
import { MatchForms } from '#components/matches/match-forms';
import { NeedInWords } from '#components/matches/matches-table';
import { saysText } from '#components/matches/need-status';
import { Notice, Page } from '#components/ui/page';
import { signedIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { answeredAmong, matchesSeen, openVerbs } from '#lib/assistance/matches/queries';
import { matchVerbs } from '#lib/needs/met/vocabulary';
import { ForbiddenPage } from '../../missing-page';

type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<{ done?: string }> };

/** All that claims to help the State of whoever reads, to be confirmed or disputed. */
export default async function Claims({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await signedIn(locale, `/${locale}/assistance/claims`);
  if (actor.role !== 'focal-point' && actor.role !== 'contributor')
    return <ForbiddenPage locale={locale} />;
  const { done } = await searchParams;
  const found = await matchesSeen(actor, { own: true, states: ['accepted', 'proposed'] });
  const answered = await answeredAmong(actor, found);
  // What waits for the State's word stands first.
  const matches = found.toSorted(
    (a, b) =>
      Number(a.state !== 'accepted' || a.confirmation === 'confirmed') -
      Number(b.state !== 'accepted' || b.confirmation === 'confirmed'),
  );
  return (
    <Page
      title={t('matches.claimsTitle')}
      site={t('site.name')}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/assistance`, label: t('assistance.title') }]}
    >
      <h1>{t('matches.claimsTitle')}</h1>
      <p className="lead">{t('matches.claimsLead')}</p>
      {matchVerbs.some((verb) => verb === done) ? (
        <Notice kind="ok">
          <p>{t('matches.recorded')}</p>
        </Notice>
      ) : null}
      {matches.length === 0 ? <p>{t('matches.claimsNone')}</p> : null}
      <ul className="claims">
        {matches.map((match) => (
          <li key={match.id}>
            <h2>
              <a href={`/${locale}/assistance/matches/${match.id}`}>
                <bdi lang={match.titleLanguage}>{match.title}</bdi>
              </a>{' '}
              <ActivityStatusTag t={t} status={match.activity} />
            </h2>
            <p>
              <a href={`/${locale}/needs/${match.needId}`}>
                <NeedInWords locale={locale} t={t} need={match} />
              </a>
            </p>
            <p>
              {match.state === 'accepted' ? (
                <>
                  <strong>{saysText(t, match.confirmation, answered.has(match.id))}</strong> ·{' '}
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
            {match.state === 'accepted' && match.activity !== 'completed' ? (
              <p className="note">{t('matches.notYet')}</p>
            ) : null}
            <MatchForms
              locale={locale}
              t={t}
              by={actor.accountId!}
              match={match}
              verbs={openVerbs(actor, match).filter(
                (verb) => verb === 'confirm' || verb === 'dispute',
              )}
              from="claims"
            />
          </li>
        ))}
      </ul>
    </Page>
  );
}
