import type { Crumb } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';

/** The breadcrumbs of a page below a need. */
export const needCrumbs = (
  locale: Locale,
  t: Translate,
  { id, reference }: Readonly<{ id: string; reference: string | null }>,
): Crumb[] => [
  { href: `/${locale}/needs`, label: t('needs.title') },
  { href: `/${locale}/needs/${id}`, label: reference ?? t('need.draftTitle') },
];
