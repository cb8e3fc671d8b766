import { FileForm } from '#components/imports/file-form';
import { DeclaredChapters, EntryBarrierNotice } from '#components/reviews/entry-barrier';
import { reviewCrumbs } from '#components/reviews/review-name';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Confirmation, Notice, Page } from '#components/ui/page';
import { currentSubmission } from '#lib/http/form-page';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { entryToReview } from '#lib/needs/reviews/entry-barriers';
import { reviewToImportInto } from '#lib/needs/imports/needs/previews';
import { needColumnLabel, fileErrors } from '#lib/needs/imports/fault-messages';
import { maxRows } from '#lib/files/tables/limits';
import { translator, type Translate } from '#lib/text/i18n';
import { refusedPage } from '../../../missing-page';

type Query = Readonly<Record<string, string | string[] | undefined>>;
type Params = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<Query>;
};
const templates = [
  ['xlsx', 'imports.workbook'],
  ['csv', 'imports.csv'],
  ['values', 'imports.csvValues'],
] as const;

/** Tells how many needs the last import added and changed. */
function ImportDone({
  locale,
  t,
  id,
  query,
}: Readonly<{ locale: Locale; t: Translate; id: string; query: Query }>) {
  const [added, changed, same] = ['added', 'changed', 'same'].map((name) =>
    /^\d{1,6}$/.test(String(query[name])) ? Number(query[name]) : undefined,
  );
  if (added === undefined || changed === undefined || same === undefined) return null;
  return (
    <Confirmation>
      {t('imports.done', { added, changed, same })}{' '}
      <a href={`/${locale}/reviews/${id}#drafts`}>{t('drafts.open')}</a>
    </Confirmation>
  );
}

/** The files to fill in. */
const Templates = ({ t, here }: Readonly<{ t: Translate; here: string }>) => (
  <>
    <h2>{t('imports.first')}</h2>
    <p className="prose">{t('imports.firstText')}</p>
    <ul>
      {templates.map(([format, label]) => (
        <li key={format}>
          <a href={`${here}/template/${format}`} download>
            {t(label)}
          </a>
        </li>
      ))}
    </ul>
  </>
);

export default async function ImportNeeds({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const here = `/${locale}/reviews/${id}/import`;
  const actor = await requireSignIn(locale, here);
  const found = await reviewToImportInto(actor, id);
  if (!found.ok) return refusedPage(locale, found.failure);
  const { notice, isRestored: kept } = formResult(locale, t, '/check');
  const errors = fileErrors(t, currentSubmission(), (column) => needColumnLabel(locale, t, column));
  const { review, declared, barrier } = await entryToReview(actor, found.value);
  const title = t('imports.title');
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={reviewCrumbs(locale, t, found.value)}
    >
      <h1>{title}</h1>
      {errors.length === 0 ? (
        <ImportDone {...{ locale, t, id }} query={await searchParams} />
      ) : null}
      {kept ? (
        <Notice>
          <p>{t('imports.chooseAgain')}</p>
        </Notice>
      ) : null}
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {barrier ? (
        <EntryBarrierNotice {...{ locale, t, review, barrier }} withLink />
      ) : (
        <>
          <DeclaredChapters locale={locale} t={t} declared={declared} />
          <p className="lead">{t('imports.lead')}</p>
          <Templates t={t} here={here} />
          <h2>{t('imports.second')}</h2>
          <p className="prose">{t('imports.draftsOnly')}</p>
          <FileForm
            action={`${here}/check`}
            by={actor.accountId!}
            label={t('imports.file')}
            hint={t('imports.fileHint', { max: maxRows })}
            button={t('imports.preview')}
            error={errors[0]?.text}
            sheet={{ label: t('imports.sheet'), hint: t('imports.sheetHint') }}
          />
        </>
      )}
    </Page>
  );
}
