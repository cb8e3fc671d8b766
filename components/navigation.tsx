import type { NavLink } from '#components/ui/frame';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';

/** The sections that a role works in. */
export function navigation(
  locale: Locale,
  t: Translate,
  role: Actor['role'],
  path: string,
): NavLink[] {
  const sections = [
    { at: 'needs', label: role === 'reviewer' ? t('nav.queue') : t('nav.needs'), shown: true },
    { at: 'decisions', label: t('deciding.nav'), shown: role === 'reviewer' },
    { at: 'reviews', label: t('nav.reviews'), shown: role !== 'public' },
    {
      at: 'progress',
      label: t('progress.title'),
      shown: role === 'manager' || role === 'administrator',
    },
    { at: 'summaries', label: t('nav.summaries'), shown: true },
    { at: 'assistance', label: t('assistance.title'), shown: true },
    { at: 'notes', label: t('notes.nav'), shown: true },
    { at: 'reviewers', label: t('reviewers.title'), shown: role === 'administrator' },
    {
      at: 'coding',
      label: t('secondCoding.nav'),
      shown: role === 'reviewer' || role === 'manager',
    },
    { at: 'accounts', label: t('nav.accounts'), shown: role === 'administrator' },
    { at: 'accounts/colleagues', label: t('colleagues.title'), shown: role === 'focal-point' },
    { at: 'admin/terms', label: t('terms.nav'), shown: role === 'administrator' },
    { at: 'admin/outbox', label: t('mail.nav'), shown: role === 'administrator' },
    { at: 'admin/audit', label: t('audit.nav'), shown: role === 'administrator' },
    { at: 'admin/operation', label: t('operation.nav'), shown: role === 'administrator' },
    { at: 'admin/settings', label: t('settings.title'), shown: role === 'administrator' },
  ];
  const section = path.split(/[/?]/)[2] ?? '';
  const own = /^\/..\/accounts\/(me|sign-in|invitations|tokens)/.test(path);
  return sections
    .filter(({ shown }) => shown)
    .map(({ at, label }) => ({
      href: `/${locale}/${at}`,
      label,
      current: at.split('/')[0] === section && !own && (section !== 'admin' || path.includes(at)),
    }));
}
