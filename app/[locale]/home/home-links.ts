import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { totalOfNeeds } from '#lib/needs/lists/list-queries';
import type { Status } from '#lib/needs/model/vocabulary';
import { openCodingTasks } from '#lib/review/coding/task-queries';
import { canEnterSomewhere } from '#lib/needs/reviews/entry-barriers';
import { countToDecide } from '#lib/review/queue/queries';
import type { Translate } from '#lib/text/i18n';

type Link = Readonly<{ text: string; href: string }>;

/** Counts what can still be worked on: nothing can be done in a closed review. */
const countOwn = (actor: Actor, ...statuses: Status[]) =>
  totalOfNeeds(actor, { list: 'own', filter: { statuses, inOpenReviews: true } });

/** The needs that await the people of a State. Returned ones are the focal point's alone. */
async function stateTasks(locale: Locale, t: Translate, actor: Actor): Promise<Link[]> {
  const returned = {
    text: t('home.returned', { count: await countOwn(actor, 'returned') }),
    href: `/${locale}/needs/returned`,
  };
  return [
    ...(actor.role === 'contributor' ? [] : [returned]),
    {
      text: t('home.drafts', { count: await countOwn(actor, 'draft') }),
      href: `/${locale}/needs?status=draft`,
    },
    {
      text: t('home.waiting', { count: await countOwn(actor, 'submitted', 'recoded') }),
      href: `/${locale}/needs?status=submitted`,
    },
  ];
}

/** The needs that a reviewer has to review, and those to code a second time. */
async function reviewerTasks(locale: Locale, t: Translate, actor: Actor): Promise<Link[]> {
  const toReview = {
    text: t('home.toReview', { count: await countToDecide(actor) }),
    href: `/${locale}/needs`,
  };
  const { length: count } = await openCodingTasks(actor);
  if (count === 0) return [toReview];
  return [toReview, { text: t('secondCoding.toCode', { count }), href: `/${locale}/coding` }];
}

/** Returns what awaits the actor, with a count and a link each. */
export async function tasksOf(locale: Locale, t: Translate, actor: Actor): Promise<Link[]> {
  switch (actor.role) {
    case 'focal-point':
    case 'contributor':
      return stateTasks(locale, t, actor);
    case 'reviewer':
      return reviewerTasks(locale, t, actor);
    default:
      return [];
  }
}

/** Returns what a role usually begins with, the most usual first, as far as it can be done now. */
export async function actionsOf(
  locale: Locale,
  t: Translate,
  actor: Actor,
  role: Exclude<Actor['role'], 'public'>,
): Promise<Link[]> {
  const link = (path: string, text: string): Link => ({ text, href: `/${locale}/${path}` });
  const ofState = async () => [
    ...((await canEnterSomewhere(actor)) ? [link('needs/new', t('home.enter'))] : []),
    link('reviews', t('home.openReview')),
  ];
  const reviews = link('reviews', t('home.openReviews'));
  const summaries = link('summaries', t('home.seeSummaries'));
  if (role === 'focal-point' || role === 'contributor') return ofState();
  return {
    reviewer: [link('needs', t('home.openQueue')), reviews],
    manager: [summaries, reviews],
    administrator: [link('reviews/new', t('home.createReview')), reviews],
    provider: [summaries],
    adviser: [summaries],
    system: [],
  }[role];
}
