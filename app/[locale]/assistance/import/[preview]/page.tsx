import { ImportConfirm } from '#components/assistance/import-confirm';
import { HiddenParts } from '#components/imports/hidden-parts';
import { ImportTable } from '#components/assistance/import-table';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Page } from '#components/ui/page';
import { currentSubmission } from '#lib/http/form-page';
import { formResult } from '#lib/http/form-result';
import { faultText } from '#lib/assistance/imports/fault-text';
import { activitiesPreview } from '#lib/assistance/imports/commands';
import type { PlannedActivity } from '#lib/assistance/imports/plan';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator, type Translate } from '#lib/text/i18n';
import { vocabulary } from '#lib/needs/store/queries';
import { ForbiddenPage, MissingPage } from '../../../missing-page';

type Params = { params: Promise<{ locale: Locale; preview: string }> };

/** The notice of the form result; it says more where the register changed since the preview. */
function noticeOf(t: Translate, notice: ReturnType<typeof formResult>['notice']) {
  const failure = currentSubmission()?.failure;
  const isOutdated = failure?.kind === 'conflict' && failure.why === 'preview';
  return notice && isOutdated
    ? { title: notice.title, text: t('assistance.importing.moved') }
    : notice;
}

/** Rows with faults stand first: they need work. */
const byFault = (a: PlannedActivity, b: PlannedActivity) =>
  Number(b.outcome === 'wrong') - Number(a.outcome === 'wrong') || a.line - b.line;

/** What an import would do, row by row, to be confirmed. */
export default async function PreviewActivities({ params }: Params) {
  const { locale, preview } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/assistance/import/${preview}`);
  const found = await activitiesPreview(actor, preview);
  if (!found.ok) {
    const isForbidden = found.failure.kind === 'forbidden';
    return isForbidden ? <ForbiddenPage locale={locale} /> : <MissingPage locale={locale} />;
  }
  const { name, plan } = found.value;
  const { errors, notice } = formResult(locale, t);
  const terms = await vocabulary(actor);
  const title = t('assistance.importing.previewTitle', { name });
  return (
    <Page
      title={title}
      site={t('site.name')}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[
        { href: `/${locale}/assistance`, label: t('assistance.title') },
        { href: `/${locale}/assistance/import`, label: t('assistance.import') },
      ]}
    >
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={noticeOf(t, notice)} />
      <HiddenParts
        {...{ locale, t }}
        lines={found.value.hiddenLines}
        columns={found.value.hiddenColumns}
      />
      <ImportConfirm {...{ locale, t }} by={actor.accountId!} preview={found.value} />
      <ImportTable
        {...{ locale, t }}
        rows={plan.toSorted(byFault)}
        caption={t('assistance.importing.previewCaption')}
        faultText={(fault) => faultText(locale, fault, terms)}
      />
    </Page>
  );
}
