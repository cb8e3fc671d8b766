import type { Crumb } from '#components/ui/page';
import type { Cycle } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import type { Translate } from '#lib/text/i18n';

type Review = Readonly<{ stateCode: string; cycle: Cycle }>;

/** The name of a country review: its State party and its cycle. */
export const reviewName = (locale: Locale, t: Translate, { stateCode, cycle }: Review): string =>
  t('reviews.one', { state: stateName(stateCode, locale), cycle: t(`cycles.${cycle}`) });

/** The breadcrumbs of a page below a review. */
export const reviewCrumbs = (
  locale: Locale,
  t: Translate,
  review: Review & Readonly<{ id: string }>,
): Crumb[] => [
  { href: `/${locale}/reviews`, label: t('reviews.title') },
  { href: `/${locale}/reviews/${review.id}`, label: reviewName(locale, t, review) },
];
