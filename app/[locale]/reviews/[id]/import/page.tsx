import { FileForm } from '#components/imports/file-form';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Notice, Page } from '#components/ui/page';
import { currentAnswer } from '#lib/http/answer';
import { answered } from '#lib/http/answered';
import { signedIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { reviewToImportInto } from '#lib/needs/imports/previews';
import { columnSaid, fileErrors } from '#lib/needs/imports/said';
import { translator } from '#lib/text/i18n';
import { ForbiddenPage, MissingPage } from '../../../missing-page';

type Params = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
const templates = [
  ['xlsx', 'imports.workbook'],
  ['csv', 'imports.csv'],
  ['values', 'imports.csvValues'],
] as const;

export default async function ImportNeeds({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await signedIn(locale, `/${locale}/reviews/${id}/import`);
  const found = await reviewToImportInto(actor, id);
  if (!found.ok)
    return found.failure.kind === 'forbidden' ? (
      <ForbiddenPage locale={locale} />
    ) : (
      <MissingPage locale={locale} />
    );
  const review = found.value;
  const { notice, kept } = answered(locale, t, '/check');
  const errors = fileErrors(t, currentAnswer(), (column) => columnSaid(locale, t, column));
  const asked = await searchParams;
  const [added, changed, same] = ['added', 'changed', 'same'].map((name) =>
    /^\d{1,6}$/.test(String(asked[name])) ? Number(asked[name]) : undefined,
  );
  const title = t('imports.title');
  const name = t('reviews.one', {
    state: stateName(review.stateCode, locale),
    cycle: t(`cycles.${review.cycle}`),
  });
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[
        { href: `/${locale}/reviews`, label: t('reviews.title') },
        { href: `/${locale}/reviews/${id}`, label: name },
      ]}
    >
      <h1>{title}</h1>
      {added !== undefined && changed !== undefined && same !== undefined && errors.length === 0 ? (
        <Notice kind="ok">
          <p>{t('imports.done', { added, changed, same })}</p>
        </Notice>
      ) : null}
      {kept ? (
        <Notice>
          <p>{t('imports.chooseAgain')}</p>
        </Notice>
      ) : null}
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <p className="lead">{t('imports.lead')}</p>
      <h2>{t('imports.first')}</h2>
      <p className="prose">{t('imports.firstText')}</p>
      <ul>
        {templates.map(([format, label]) => (
          <li key={format}>
            <a href={`/${locale}/reviews/${id}/import/template/${format}`} download>
              {t(label)}
            </a>
          </li>
        ))}
      </ul>
      <h2>{t('imports.second')}</h2>
      <p className="prose">{t('imports.draftsOnly')}</p>
      <FileForm
        action={`/${locale}/reviews/${id}/import/check`}
        by={actor.accountId!}
        label={t('imports.file')}
        hint={t('imports.fileHint')}
        button={t('imports.preview')}
        error={errors[0]?.text}
      />
    </Page>
  );
}
