import { FileForm } from '#components/imports/file-form';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Notice, Page } from '#components/ui/page';
import { currentAnswer } from '#lib/http/answer';
import { answered } from '#lib/http/answered';
import { columnLabel, sheetColumns } from '#lib/assistance/activities/labels';
import { mayEnterActivities } from '#lib/assistance/activities/scope';
import { signedIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { fileErrors } from '#lib/needs/imports/said';
import { translator } from '#lib/text/i18n';
import { ForbiddenPage } from '../../missing-page';

type Params = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ImportActivities({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await signedIn(locale, `/${locale}/assistance/import`);
  if (!mayEnterActivities(actor)) return <ForbiddenPage locale={locale} />;
  const { notice, kept } = answered(locale, t, '/check');
  const errors = fileErrors(t, currentAnswer(), (column) => {
    const known = sheetColumns.find((each) => each === column);
    return known ? columnLabel(locale, known) : column;
  });
  const asked = await searchParams;
  const [added, changed, same] = ['added', 'changed', 'same'].map((name) =>
    /^\d{1,6}$/.test(String(asked[name])) ? Number(asked[name]) : undefined,
  );
  return (
    <Page
      title={t('assistance.import')}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/assistance`, label: t('assistance.title') }]}
    >
      <h1>{t('assistance.import')}</h1>
      {added !== undefined && changed !== undefined && same !== undefined && errors.length === 0 ? (
        <Notice kind="ok">
          <p>{t('assistance.importing.done', { new: added, changed, same })}</p>
        </Notice>
      ) : null}
      {kept ? (
        <Notice>
          <p>{t('imports.chooseAgain')}</p>
        </Notice>
      ) : null}
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <p className="lead">{t('assistance.importing.lead')}</p>
      <p>
        <a href={`/${locale}/assistance/import/template`} download>
          {t('assistance.importing.template')}
        </a>
      </p>
      <p>
        {t('assistance.importing.columns')}:{' '}
        {sheetColumns.map((column, i) => (
          <span key={column}>
            {i > 0 ? ', ' : ''}
            <code>{column}</code>
          </span>
        ))}
        . {t('assistance.importing.lists')}
      </p>
      <FileForm
        action={`/${locale}/assistance/import/check`}
        by={actor.accountId!}
        label={t('assistance.importing.file')}
        hint={t('assistance.importing.fileHint')}
        button={t('assistance.importing.preview')}
        error={errors[0]?.text}
      />
    </Page>
  );
}
