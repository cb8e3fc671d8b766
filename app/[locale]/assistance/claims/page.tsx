import { ClaimItem } from '#components/matches/claim-item';
import { Notice, Page } from '#components/ui/page';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import {
  answeredDisputes,
  listMatches,
  allowedVerbs,
  type MatchView,
} from '#lib/assistance/matches/queries';
import { matchVerbs, type MatchVerb } from '#lib/needs/fulfilment/vocabulary';
import { ForbiddenPage } from '../../missing-page';

type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<{ done?: string }> };

/** Whether the State can still confirm or dispute the claim. */
const awaitsState = ({ state, confirmation }: MatchView) =>
  state === 'accepted' && confirmation !== 'confirmed';

const isJudgement = (verb: MatchVerb) => verb === 'confirm' || verb === 'dispute';

/** Every claim that helps the reader's State, to be confirmed or disputed; open claims first. */
export default async function Claims({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/assistance/claims`);
  if (actor.role !== 'focal-point' && actor.role !== 'contributor')
    return <ForbiddenPage locale={locale} />;
  const { done } = await searchParams;
  const matches = await listMatches(actor, { own: true, states: ['accepted', 'proposed'] });
  const answered = await answeredDisputes(actor, matches);
  const claims = matches.toSorted((a, b) => Number(awaitsState(b)) - Number(awaitsState(a)));
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
      {claims.length === 0 ? <p>{t('matches.claimsNone')}</p> : null}
      <ul className="claims">
        {claims.map((match) => (
          <ClaimItem
            key={match.id}
            {...{ locale, t, match }}
            by={actor.accountId!}
            isAnswered={answered.has(match.id)}
            verbs={allowedVerbs(actor, match).filter(isJudgement)}
          />
        ))}
      </ul>
    </Page>
  );
}
