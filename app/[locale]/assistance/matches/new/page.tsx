import { ProposeForm } from '#components/matches/propose-form';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Facts, Page } from '#components/ui/page';
import type { Actor } from '#lib/base/actor';
import { formResult } from '#lib/http/form-result';
import { activityById } from '#lib/assistance/activities/queries';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { proposalQuality } from '#lib/assistance/matches/match-score';
import { matchableNeed } from '#lib/assistance/matches/queries';
import { mayProposeMatches } from '#lib/assistance/matches/rules';
import { ForbiddenPage, MissingPage } from '../../../missing-page';
import { sideOfActivity, sideOfNeed, type Context, type Side } from './sides';

type Query = Readonly<{ need?: string | string[]; assistance?: string | string[] }>;
type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<Query> };

/** The need or the activity that the address names; a need goes first. */
async function sideOf(actor: Actor, query: Query, context: Context): Promise<Side | undefined> {
  const { need: needId, assistance: activityId } = query;
  const need = typeof needId === 'string' ? await matchableNeed(actor, needId) : undefined;
  if (need) return sideOfNeed(actor, need, context);
  const activity =
    typeof activityId === 'string' ? await activityById(actor, activityId) : undefined;
  return activity && sideOfActivity(actor, activity, context);
}

/** Proposes a match: the likely other sides of a need or of an activity, with reasons. */
export default async function ProposeMatch({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const query = await searchParams;
  const actor = await requireSignIn(locale, `/${locale}/assistance/matches`);
  if (!mayProposeMatches(actor)) return <ForbiddenPage locale={locale} />;
  const side = await sideOf(actor, query, { locale, t });
  if (!side) return <MissingPage locale={locale} />;
  const { form, errors, notice } = formResult(locale, t);
  return (
    <Page
      title={t('matches.propose')}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[
        { href: `/${locale}/assistance/matches`, label: t('matches.title') },
        { href: side.path, label: side.label },
      ]}
    >
      <h1>
        {t('matches.propose')}: <bdi>{side.label}</bdi>
      </h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <Facts facts={[side.fact]} />
      <ProposeForm
        {...{ locale, t, form, errors }}
        by={actor.accountId!}
        side={side.kind}
        id={side.id}
        likely={side.likely}
      />
      <p className="note">{t('matches.measured', proposalQuality)}</p>
    </Page>
  );
}
