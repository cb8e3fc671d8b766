import { OutboxTable } from '#components/mail/outbox-table';
import { Notice, Page, Pagination } from '#components/ui/page';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { environment } from '#lib/base/env';
import { formatNumber } from '#lib/text/format';
import { translator } from '#lib/text/i18n';
import { outboxPage } from '#lib/review/mail/queries';
import { ForbiddenPage } from '../../missing-page';

type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<{ page?: string }> };
const size = 50;

export default async function Outbox({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/admin/outbox`);
  if (actor.role !== 'administrator') return <ForbiddenPage locale={locale} />;
  const { page: asked } = await searchParams;
  const page = /^[1-9]\d{0,5}$/.test(String(asked)) ? Number(asked) : 1;
  const { messages, total } = await outboxPage(actor, page, size);
  const pages = Math.max(1, Math.ceil(total / size));
  const at = (other: number) => `/${locale}/admin/outbox?page=${other}`;
  return (
    <Page title={t('mail.title')} site={t('site.name')}>
      <h1>{t('mail.title')}</h1>
      <p className="hint">{t('mail.lead')}</p>
      {environment().mail ? null : (
        <Notice>
          <p>{t('mail.unset')}</p>
        </Notice>
      )}
      {total === 0 ? (
        <p className="lead">{t('mail.empty')}</p>
      ) : (
        <OutboxTable locale={locale} t={t} messages={messages} />
      )}
      <Pagination
        label={t('needs.pages')}
        where={t('mail.page', {
          page: formatNumber(locale, page),
          pages: formatNumber(locale, pages),
        })}
        previous={page > 1 ? { href: at(page - 1), label: t('needs.previous') } : undefined}
        next={page < pages ? { href: at(page + 1), label: t('needs.following') } : undefined}
      />
    </Page>
  );
}
