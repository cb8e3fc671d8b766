import { ImportColumns } from '#components/assistance/import-columns';
import { FileForm } from '#components/imports/file-form';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Notice, Page } from '#components/ui/page';
import { currentSubmission } from '#lib/http/form-page';
import { formResult } from '#lib/http/form-result';
import { columnLabel, activityColumns } from '#lib/assistance/activities/labels';
import { mayEnterActivities } from '#lib/assistance/activities/scope';
import { maxActivities } from '#lib/assistance/imports/parse-file';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { fileErrors } from '#lib/needs/imports/fault-messages';
import { translator, type Translate } from '#lib/text/i18n';
import { ForbiddenPage } from '../../missing-page';

type Query = Readonly<Record<string, string | string[] | undefined>>;
type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<Query> };

/** How many activities an import has just added and changed; undefined where there was none. */
function doneText(t: Translate, query: Query): string | undefined {
  const counts = ['added', 'changed', 'same'].map((name) => String(query[name]));
  if (!counts.every((count) => /^\d{1,6}$/.test(count))) return undefined;
  const [added, changed, same] = counts.map(Number) as [number, number, number];
  return t('assistance.importing.done', { new: added, changed, same });
}

/** The heading of a column in the language of the page. */
function headingOf(locale: Locale, column: string): string {
  const known = activityColumns.find((each) => each === column);
  return known ? columnLabel(locale, known) : column;
}

/** Uploads a file of activities, to be previewed. */
export default async function ImportActivities({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const path = `/${locale}/assistance/import`;
  const actor = await requireSignIn(locale, path);
  if (!mayEnterActivities(actor)) return <ForbiddenPage locale={locale} />;
  const { notice, isRestored: kept } = formResult(locale, t, '/check');
  const errors = fileErrors(t, currentSubmission(), (column) => headingOf(locale, column));
  const done = doneText(t, await searchParams);
  return (
    <Page
      title={t('assistance.import')}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/assistance`, label: t('assistance.title') }]}
    >
      <h1>{t('assistance.import')}</h1>
      {done !== undefined && errors.length === 0 ? (
        <Notice kind="ok">
          <p>{done}</p>
        </Notice>
      ) : null}
      {kept ? (
        <Notice>
          <p>{t('imports.chooseAgain')}</p>
        </Notice>
      ) : null}
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <p className="lead">{t('assistance.importing.lead')}</p>
      <p>
        <a href={`${path}/template`} download>
          {t('assistance.importing.template')}
        </a>
      </p>
      <ImportColumns t={t} columns={activityColumns} />
      <FileForm
        action={`${path}/check`}
        by={actor.accountId!}
        label={t('assistance.importing.file')}
        hint={t('assistance.importing.fileHint', { max: maxActivities })}
        button={t('assistance.importing.preview')}
        error={errors[0]?.text}
        sheet={{ label: t('imports.sheet'), hint: t('imports.sheetHint') }}
      />
    </Page>
  );
}
