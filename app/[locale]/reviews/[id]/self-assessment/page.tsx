import { randomUUID } from 'node:crypto';
import { FileForm } from '#components/imports/file-form';
import { AssessmentForm } from '#components/needs/assessment-form';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Notice, Page } from '#components/ui/page';
import { currentAnswer } from '#lib/http/answer';
import { answered } from '#lib/http/answered';
import { signedIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { textOf } from '#lib/http/form';
import { formatList } from '#lib/text/format';
import { fileErrors } from '#lib/needs/imports/said';
import { translator } from '#lib/text/i18n';
import { errorText } from '#lib/text/languages';
import { assessmentOf } from '#lib/needs/entry/self-assessment';
import { assessmentColumns, assessmentRowsToShow } from '#lib/needs/model/self-assessment-rows';
import { ForbiddenPage, MissingPage } from '../../../missing-page';

type Params = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<{ done?: string }>;
};
const ownTexts = ['tickOrEmpty', 'describeNeed', 'nothingNeeded'] as const;

export default async function SelfAssessment({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const here = `/${locale}/reviews/${id}/self-assessment`;
  const actor = await signedIn(locale, here);
  const found = await assessmentOf(actor, id);
  if (!found.ok)
    return found.failure.kind === 'forbidden' ? (
      <ForbiddenPage locale={locale} />
    ) : (
      <MissingPage locale={locale} />
    );
  const { review, taken } = found.value;
  const { form = {}, verb, kept, notice } = answered(locale, t, '/save', '/fill');
  const answer = currentAnswer();
  const known = (column: string) => assessmentColumns.find((each) => each === column);
  const columnOf = (column: string) => {
    const own = known(column);
    return own ? t(`selfAssessment.columns.${own}`) : column;
  };
  const ofFile = verb === 'fill' ? fileErrors(t, answer, columnOf) : [];
  const faults = verb === 'save' && answer?.failure.kind === 'invalid' ? answer.failure.errors : [];
  const errors = faults.map(({ field, message }) => {
    const own = ownTexts.find((each) => each === message);
    return { field, text: own ? t(`selfAssessment.${own}`) : errorText(t, message) };
  });
  const fields = {
    needed: t('selfAssessment.needed'),
    category: columnOf('category'),
    description: columnOf('description'),
    provided: columnOf('provided'),
  };
  const summary = errors.map(({ field, text }) => {
    const at = field.lastIndexOf('.');
    const name = field.slice(at + 1) as keyof typeof fields;
    return at < 0
      ? { field, text }
      : {
          field,
          text: t('selfAssessment.rowError', {
            article: Number.parseInt(field, 10),
            field: fields[name],
            text,
          }),
        };
  });
  const { done } = await searchParams;
  const drafts = /^[1-9]\d{0,3}$/.test(done ?? '') ? Number(done) : undefined;
  const title = t('selfAssessment.title');
  const all = [...ofFile, ...summary];
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={all.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[
        { href: `/${locale}/reviews`, label: t('reviews.title') },
        {
          href: `/${locale}/reviews/${id}`,
          label: t('reviews.one', {
            state: stateName(review.stateCode, locale),
            cycle: t(`cycles.${review.cycle}`),
          }),
        },
      ]}
    >
      <h1>{title}</h1>
      {drafts !== undefined && !verb ? (
        <Notice kind="ok">
          <p>{t('selfAssessment.done', { n: drafts })}</p>
        </Notice>
      ) : null}
      {kept ? (
        <Notice kind="ok">
          <p>
            {t(
              verb === 'fill' && form.row
                ? 'selfAssessment.filled'
                : verb === 'fill'
                  ? 'imports.chooseAgain'
                  : 'form.kept',
            )}
          </p>
        </Notice>
      ) : null}
      <AnswerNotice problem={t('problem.title')} errors={all} notice={notice} />
      <p className="lead">{t('selfAssessment.lead')}</p>
      <AssessmentForm
        locale={locale}
        t={t}
        action={`${here}/save`}
        by={actor.accountId!}
        batch={textOf(form, 'batch') || randomUUID()}
        language={textOf(form, 'language') || locale}
        rows={assessmentRowsToShow(form, review.cycle)}
        taken={taken}
        fields={fields}
        errors={errors}
      />
      <h2>{t('selfAssessment.fileTitle')}</h2>
      <FileForm
        action={`${here}/fill`}
        by={actor.accountId!}
        label={t('imports.file')}
        hint={t('selfAssessment.fileHint', {
          columns: formatList(locale, assessmentColumns.map(columnOf)),
        })}
        button={t('selfAssessment.fill')}
        error={ofFile[0]?.text}
      />
    </Page>
  );
}
