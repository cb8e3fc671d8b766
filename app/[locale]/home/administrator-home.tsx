import type { Locale } from '#lib/convention/names';
import type { PeopleOverview } from '#lib/people/accounts/overview-queries';
import type { Translate } from '#lib/text/i18n';
import { NextList, type Step } from './next-list';

type Props = Readonly<{ locale: Locale; t: Translate; people: PeopleOverview }>;

/** Where each of these is looked after. */
const places = {
  expired: 'accounts',
  invited: 'accounts',
  withoutFocalPoint: 'reviews',
  withoutReviewer: 'reviewers',
  mailGivenUp: 'admin/outbox',
  mailWaiting: 'admin/outbox',
} as const;
const names = Object.keys(places) as (keyof typeof places)[];

/** What an administrator has to look after: accounts, reviews without people, mail. */
export const AdministratorHome = ({ locale, t, people }: Props) => (
  <NextList
    title={t('home.next')}
    none={t('nextSteps.nothingToAdminister')}
    steps={names
      .filter((name) => people[name] > 0)
      .map((name): Step => ({
        key: name,
        href: `/${locale}/${places[name]}`,
        text: t(`nextSteps.people.${name}`, { count: people[name] }),
      }))}
  />
);
