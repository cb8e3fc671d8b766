import { ImportTable } from '#components/assistance/import-table';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Notice, Page } from '#components/ui/page';
import { currentAnswer } from '#lib/http/answer';
import { answered } from '#lib/http/answered';
import { faultText } from '#lib/assistance/imports/fault-text';
import { activitiesPreview } from '#lib/assistance/imports/commands';
import { signedIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { vocabulary } from '#lib/needs/store/queries';
import { ForbiddenPage, MissingPage } from '../../../missing-page';

export default async function PreviewActivities({
  params,
}: {
  params: Promise<{ locale: Locale; preview: string }>;
}) {
  const { locale, preview } = await params;
  const t = translator(locale);
  const actor = await signedIn(locale, `/${locale}/assistance/import/${preview}`);
  const found = await activitiesPreview(actor, preview);
  if (!found.ok)
    return found.failure.kind === 'forbidden' ? (
      <ForbiddenPage locale={locale} />
    ) : (
      <MissingPage locale={locale} />
    );
  const { name, plan, fingerprint, counts } = found.value;
  const { errors, notice } = answered(locale, t);
  const failure = currentAnswer()?.failure;
  const moved =
    failure?.kind === 'conflict' && failure.why === 'preview' && notice
      ? { title: notice.title, text: t('assistance.importing.moved') }
      : notice;
  const words = await vocabulary(actor);
  const title = t('assistance.importing.previewTitle', { name });
  // What is wrong stands first, as it is what there is to do.
  const rows = plan.toSorted(
    (a, b) => Number(b.outcome === 'wrong') - Number(a.outcome === 'wrong') || a.line - b.line,
  );
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
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={moved} />
      {counts.wrong > 0 ? (
        <Notice kind="warn">
          <p>{t('assistance.importing.wrongLead', { count: counts.wrong })}</p>
          <p>
            <a href={`/${locale}/assistance/import`}>{t('assistance.import')}</a>
          </p>
        </Notice>
      ) : (
        <>
          <p className="lead">{t('assistance.importing.soundLead', counts)}</p>
          <form method="post" action={`/${locale}/assistance/import/${preview}/confirm`}>
            <input type="hidden" name="by" value={actor.accountId!} />
            <input type="hidden" name="fingerprint" value={fingerprint} />
            <div className="buttons">
              <button className="button">{t('assistance.importing.confirm')}</button>
            </div>
          </form>
        </>
      )}
      <ImportTable
        locale={locale}
        t={t}
        rows={rows}
        caption={t('assistance.importing.previewCaption')}
        faultText={(fault) => faultText(locale, fault, words)}
      />
    </Page>
  );
}
