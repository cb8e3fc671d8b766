import { HiddenParts } from '#components/imports/hidden-parts';
import { PreviewTable } from '#components/imports/preview-table';
import { reviewCrumbs } from '#components/reviews/review-name';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { NumberedPagination } from '#components/ui/numbered-pagination';
import { Page } from '#components/ui/page';
import type { Actor } from '#lib/base/actor';
import type { Failure } from '#lib/base/errors';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator, type Translate } from '#lib/text/i18n';
import type { PlannedNeed } from '#lib/needs/imports/needs/plan';
import { previewById, reviewToImportInto } from '#lib/needs/imports/needs/previews';
import { needColumnLabel } from '#lib/needs/imports/fault-messages';
import { setPageStatus } from '#lib/http/page-status';
import { ForbiddenPage, MissingPage } from '../../../../missing-page';
import { ConfirmImport, PreviewTabs, PreviewTotals } from './preview-parts';
import { previewPage, previewRow } from './preview-rows';

type Params = {
  params: Promise<{ locale: Locale; id: string; preview: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** A preview that was confirmed, has expired, or belongs to somebody else. */
function GonePreview({ locale, importAddress }: { locale: Locale; importAddress: string }) {
  setPageStatus(404);
  const t = translator(locale);
  return (
    <Page title={t('pages.notFoundTitle')} site={t('site.name')}>
      <h1>{t('pages.notFoundTitle')}</h1>
      <p className="lead">{t('imports.gone')}</p>
      <p>
        <a href={importAddress}>{t('imports.again')}</a>
      </p>
    </Page>
  );
}

/** The page in place of a preview that the reader may not see, or that is gone. */
async function withoutPreview(locale: Locale, actor: Actor, id: string, { kind }: Failure) {
  if (kind === 'forbidden') return <ForbiddenPage locale={locale} />;
  const mayImport = (await reviewToImportInto(actor, id)).ok;
  if (!mayImport) return <MissingPage locale={locale} />;
  return <GonePreview locale={locale} importAddress={`/${locale}/reviews/${id}/import`} />;
}

const tableHeads = (locale: Locale, t: Translate) => ({
  row: t('imports.row'),
  ref: needColumnLabel(locale, t, 'ref'),
  outcome: t('imports.outcome'),
  why: t('imports.why'),
});

type RowsProps = Readonly<{ locale: Locale; t: Translate; rows: readonly PlannedNeed[] }>;

const PreviewRows = ({ locale, t, rows }: RowsProps) =>
  rows.length > 0 ? (
    <PreviewTable
      caption={t('imports.caption')}
      rows={rows.map((row) => previewRow(locale, t, row))}
      heads={tableHeads(locale, t)}
    />
  ) : null;

export default async function PreviewImport({ params, searchParams }: Params) {
  const { locale, id, preview: previewId } = await params;
  const t = translator(locale);
  const importAddress = `/${locale}/reviews/${id}/import`;
  const here = `${importAddress}/${previewId}`;
  const actor = await requireSignIn(locale, here);
  const found = await previewById(actor, { id: previewId, reviewId: id });
  if (!found.ok) return withoutPreview(locale, actor, id, found.failure);
  const preview = found.value;
  const { view, page, pages, rows } = previewPage(preview, await searchParams);
  const { notice, hasConflict: conflict } = formResult(locale, t, '/confirm');
  const noticeShown = conflict
    ? { title: t('imports.movedTitle'), text: t('imports.movedText') }
    : notice;
  const addressOf = (wanted: string, number = 1) =>
    `${here}?show=${wanted}${number > 1 ? `&page=${number}` : ''}`;
  const title = t('imports.previewTitle', { name: preview.name });
  const common = { locale, t, preview };
  return (
    <Page
      title={title}
      site={t('site.name')}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[
        ...reviewCrumbs(locale, t, preview.review),
        { href: importAddress, label: t('imports.title') },
      ]}
    >
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <FormResultNotice problem={t('problem.title')} errors={[]} notice={noticeShown} />
      <PreviewTotals {...common} />
      <HiddenParts {...{ locale, t }} lines={preview.hiddenLines} columns={preview.hiddenColumns} />
      <ConfirmImport
        {...common}
        by={actor.accountId!}
        action={`${here}/confirm`}
        importAddress={importAddress}
      />
      <PreviewTabs {...common} view={view} addressOf={addressOf} />
      <PreviewRows locale={locale} t={t} rows={rows} />
      <NumberedPagination
        {...{ locale, t, page, pages }}
        addressOf={(number) => addressOf(view, number)}
      />
    </Page>
  );
}
