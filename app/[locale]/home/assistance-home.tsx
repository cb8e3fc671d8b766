import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { countOwnMatches } from '#lib/assistance/matches/queries';
import { countWorkedActivities } from '#lib/assistance/activities/queries';
import { today } from '#lib/text/dates';
import type { Translate } from '#lib/text/i18n';
import { NextList, type Step } from './next-list';

/** Loads what a provider of assistance or a regional adviser looks after. */
export const loadAssistanceHome = async (actor: Actor) => ({
  role: actor.role as 'provider' | 'adviser',
  ended: await countWorkedActivities(actor, { endedBefore: today() }),
  activities: await countWorkedActivities(actor, 'all'),
  proposed: await countOwnMatches(actor, 'proposed'),
  unconfirmed: await countOwnMatches(actor, 'accepted'),
  disputed: await countOwnMatches(actor, 'accepted', 'disputed'),
});

type Props = Readonly<{ locale: Locale; t: Translate }> &
  Awaited<ReturnType<typeof loadAssistanceHome>>;

/** Where each of these is looked after. */
const places = {
  disputed: 'assistance/matches?state=accepted',
  ended: 'assistance?status=open',
  proposed: 'assistance/matches?state=proposed',
  unconfirmed: 'assistance/matches?state=accepted',
} as const;
const names = Object.keys(places) as (keyof typeof places)[];

/** What awaits a provider or an adviser, and the needs that nobody meets yet. */
export const AssistanceHome = ({ locale, t, role, activities, ...counts }: Props) => (
  <>
    <NextList
      title={t('home.next')}
      none={t(activities === 0 ? `nextSteps.begin.${role}` : 'nextSteps.nothingOfAssistance')}
      steps={names
        .filter((name) => counts[name] > 0)
        .map((name): Step => ({
          key: name,
          href: `/${locale}/${places[name]}`,
          text: t(`nextSteps.assistance.${name}`, { count: counts[name] }),
        }))}
    />
    <NextList
      title={t('nextSteps.unmet')}
      lead={t(`nextSteps.unmetLead.${role}`)}
      steps={[
        { key: 'unmet', href: `/${locale}/assistance/unmet`, text: t('nextSteps.openUnmet') },
        { key: 'match', href: `/${locale}/assistance`, text: t('nextSteps.openActivities') },
      ]}
    />
  </>
);
