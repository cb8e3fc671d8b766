import { ActivityStatusTag } from '#components/assistance/activity-status';
import { NeedText } from '#components/matches/match-facts';
import { NeedSummary } from '#components/matches/match-summary';
import type { LikelyMatch } from '#components/matches/propose-form';
import type { Fact } from '#components/ui/page';
import type { ActivityView } from '#lib/assistance/activities/queries';
import { proposedActivities, proposedNeeds } from '#lib/assistance/matches/proposals';
import type { matchableNeed } from '#lib/assistance/matches/queries';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';

export type Context = Readonly<{ locale: Locale; t: Translate }>;
type Need = NonNullable<Awaited<ReturnType<typeof matchableNeed>>>;

/** One side of a match to be proposed, and the likely other sides. */
export type Side = Readonly<{
  kind: 'need' | 'assistance';
  id: string;
  path: string;
  label: string;
  fact: Fact;
  likely: readonly LikelyMatch[];
}>;

export async function sideOfNeed(actor: Actor, need: Need, { locale, t }: Context): Promise<Side> {
  const path = `/${locale}/needs/${need.id}`;
  const likely = await proposedActivities(actor, need);
  return {
    kind: 'need',
    id: need.id,
    path,
    label: need.reference ?? '–',
    fact: {
      term: t('matches.need'),
      value: (
        <>
          <a href={path}>
            <NeedSummary locale={locale} t={t} need={{ ...need, needReference: need.reference }} />
          </a>
          <NeedText text={need.text} language={need.language} />
        </>
      ),
    },
    likely: likely.map(({ id, grounds, activity: { reference, content } }) => ({
      id,
      grounds,
      name: reference,
      summary: (
        <>
          <bdi>{reference}</bdi> <bdi lang={content.language}>{content.title}</bdi>
        </>
      ),
    })),
  };
}

export async function sideOfActivity(
  actor: Actor,
  activity: ActivityView,
  { locale, t }: Context,
): Promise<Side> {
  const { id: assistanceId, reference, content, status } = activity;
  const path = `/${locale}/assistance/${assistanceId}`;
  const likely = await proposedNeeds(actor, activity);
  return {
    kind: 'assistance',
    id: assistanceId,
    path,
    label: reference,
    fact: {
      term: t('matches.activity'),
      value: (
        <>
          <a href={path}>
            <bdi>{reference}</bdi> <bdi lang={content.language}>{content.title}</bdi>
          </a>{' '}
          <ActivityStatusTag t={t} status={status} />
        </>
      ),
    },
    likely: likely.map(({ id, grounds, need }) => ({
      id,
      grounds,
      name: need.reference ?? '–',
      summary: (
        <a href={`/${locale}/needs/${id}`}>
          <NeedSummary locale={locale} t={t} need={{ ...need, needReference: need.reference }} />
        </a>
      ),
    })),
  };
}
