import { NeedsTable } from '#components/needs/needs-table';
import { Page, Pages } from '#components/ui/page';
import { currentActor } from '#lib/auth';
import type { Locale } from '#lib/convention/names';
import { formatNumber } from '#lib/format';
import { translator } from '#lib/i18n';
import { needsPage } from '#lib/needs/queries';
import { statuses, type Status } from '#lib/needs/vocabulary';
import { environment } from '#lib/env';
import { reviewsSeen } from '#lib/reviews/queries';

type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<Record<string, string | string[] | undefined>> };
const size = 50;
const queue = ['submitted', 'recoded'] as const satisfies readonly Status[];

export default async function Needs({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await currentActor();
  const asked = await searchParams;
  const works = actor.role === 'focal-point' || actor.role === 'reviewer';
  const reviewer = actor.role === 'reviewer';
  const status = statuses.find((known) => known === asked.status);
  const everything = asked.show === 'all' || !works;
  const review = typeof asked.review === 'string' ? asked.review : undefined;
  const page = /^[1-9]\d{0,5}$/.test(String(asked.page)) ? Number(asked.page) : 1;
  const inQueue = reviewer && !status && !everything && !review;
  const filter = { statuses: status ? [status] : inQueue ? queue : [], own: !everything, reviewId: review };
  const { needs, total } = await needsPage(actor, filter, page, size);
  const pages = Math.max(1, Math.ceil(total / size));
  const mayEnterSome = works && (await reviewsSeen(actor)).length > 0;

  const here = (changed: Record<string, string | undefined>) => {
    const query = new URLSearchParams(Object.entries({ status, show: asked.show === 'all' ? 'all' : undefined, review, ...changed }).filter((entry): entry is [string, string] => Boolean(entry[1])));
    return `/${locale}/needs${query.size > 0 ? `?${query}` : ''}`;
  };
  const views = works ? [
    ...(reviewer ? [{ label: t('needs.queueTitle'), href: `/${locale}/needs`, current: inQueue }] : [{ label: t('needs.all'), href: `/${locale}/needs`, current: !status && !everything }]),
    ...statuses.map((known) => ({ label: t(`statuses.${known}`), href: `/${locale}/needs?status=${known}`, current: status === known && !everything })),
    { label: t('needs.published'), href: `/${locale}/needs?show=all`, current: everything },
  ] : [];
  const empty = inQueue ? t('needs.emptyQueue') : actor.role === 'focal-point' && !status && !everything ? t('needs.emptyOwn') : t('needs.empty');
  const title = inQueue ? t('needs.queueTitle') : t('needs.title');
  return (
    <Page title={title} site={t('site.name')}>
      <h1>{title}</h1>
      {inQueue ? <p className="lead">{t('needs.queueLead')}</p> : actor.role === 'public' ? <p className="lead">{t(environment().open ? 'needs.publicLead' : 'home.closed')}</p> : null}
      {mayEnterSome ? <p className="buttons"><a className="button" href={`/${locale}/needs/new`}>{t('reviews.enter')}</a></p> : null}
      {views.length > 0 ? <nav aria-label={t('needs.filter')}><ul className="tabs">{views.map(({ label, href, current }) => <li key={href}><a href={href} aria-current={current ? 'page' : undefined}>{label}</a></li>)}</ul></nav> : null}
      {total === 0 ? <p className="lead">{empty}</p> : (
        <>
          <p className="note">{t('needs.total', { count: total })}</p>
          <NeedsTable locale={locale} t={t} needs={needs} caption={t('needs.caption')} />
          <Pages label={t('needs.pages')} where={t('needs.page', { page: formatNumber(locale, page), pages: formatNumber(locale, pages) })}
            previous={page > 1 ? { href: here({ page: String(page - 1) }), label: t('needs.previous') } : undefined}
            next={page < pages ? { href: here({ page: String(page + 1) }), label: t('needs.following') } : undefined} />
        </>
      )}
    </Page>
  );
}
