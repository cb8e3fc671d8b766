import { AuditFilterForm } from '#components/audit/audit-filter-form';
import { AuditTable } from '#components/audit/audit-table';
import { Page, Pagination } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import { auditPeople, auditRows, lastVerification } from '#lib/people/audit/queries';
import type { LastVerification } from '#lib/people/audit/queries';
import { auditQuery, parseAuditFilter } from '#lib/people/audit/schema';
import { maxAuditPage } from '#lib/people/audit/vocabulary';
import { requireSignIn } from '#lib/sessions/auth';
import { formatInstant, formatNumber } from '#lib/text/format';
import { translator, type Translate } from '#lib/text/i18n';
import { ForbiddenPage } from '../../missing-page';

type Params = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[]>>;
};

function verificationText(locale: Locale, t: Translate, last: LastVerification | undefined) {
  if (!last) return t('audit.unverified');
  const at = formatInstant(locale, last.at);
  if (!last.fault) return t('audit.sound', { at });
  const { kind, table, id } = last.fault;
  return t('audit.fault', { at, row: `${table} ${id}`, what: t(`audit.faults.${kind}`) });
}

export default async function Audit({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/admin/audit`);
  if (actor.role !== 'administrator') return <ForbiddenPage locale={locale} />;
  const filter = parseAuditFilter(await searchParams);
  const [{ rows, hasMore }, people, last] = await Promise.all([
    auditRows(actor, filter),
    auditPeople(actor),
    lastVerification(actor),
  ]);
  const at = (page: number) => `/${locale}/admin/audit?${auditQuery({ ...filter, page })}`;
  const { page } = filter;
  return (
    <Page title={t('audit.title')} site={t('site.name')}>
      <h1>{t('audit.title')}</h1>
      <p className="hint">{t('audit.lead')}</p>
      <p>{verificationText(locale, t, last)}</p>
      {last ? (
        <p className="note">
          {t('audit.head')} <bdi dir="ltr">{last.head}</bdi>
        </p>
      ) : null}
      <AuditFilterForm t={t} action={`/${locale}/admin/audit`} filter={filter} people={people} />
      {rows.length === 0 ? (
        <p className="lead">{t('audit.empty')}</p>
      ) : (
        <>
          <AuditTable locale={locale} t={t} rows={rows} />
          <p>
            <a href={`/${locale}/admin/audit/export?${auditQuery({ ...filter, page: 1 })}`}>
              {t('audit.export')}
            </a>
          </p>
        </>
      )}
      <Pagination
        label={t('needs.pages')}
        where={t('audit.page', { page: formatNumber(locale, page) })}
        previous={page > 1 ? { href: at(page - 1), label: t('needs.previous') } : undefined}
        next={
          hasMore && page < maxAuditPage
            ? { href: at(page + 1), label: t('needs.following') }
            : undefined
        }
      />
    </Page>
  );
}
