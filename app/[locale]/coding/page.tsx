import { FormResultNotice } from '#components/ui/form-result-notice';
import { Page } from '#components/ui/page';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import { listDifferences } from '#lib/review/coding/difference-queries';
import { listGuideExamples } from '#lib/review/coding/guide-queries';
import { maySeeSamples } from '#lib/review/coding/rules';
import { listSamples } from '#lib/review/coding/sample-queries';
import { openCodingTasks } from '#lib/review/coding/task-queries';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { ForbiddenPage } from '../missing-page';
import { ReviewerPart } from './reviewer-part';
import { DrawSample, Examples, Samples } from './secretariat-part';

type Params = { params: Promise<{ locale: Locale }> };

/** What a reviewer has to code and settle, or the samples that the secretariat drew. */
export default async function SecondCoding({ params }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/coding`);
  const isReviewer = actor.role === 'reviewer';
  const isManager = actor.role === 'manager';
  if (!isReviewer && !maySeeSamples(actor)) return <ForbiddenPage locale={locale} />;
  const { form = {}, errors, notice } = formResult(locale, t);
  const tasks = isReviewer ? await openCodingTasks(actor) : [];
  const differences = isReviewer ? await listDifferences(actor) : [];
  const samples = isReviewer ? [] : await listSamples(actor);
  const examples = isManager ? await listGuideExamples(actor) : [];
  const by = actor.accountId!;
  return (
    <Page
      title={t('secondCoding.title')}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
    >
      <h1>{t('secondCoding.title')}</h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <p className="lead">
        {t(isReviewer ? 'secondCoding.leadReviewer' : 'secondCoding.leadManager')}
      </p>
      {isReviewer ? (
        <ReviewerPart locale={locale} t={t} tasks={tasks} differences={differences} />
      ) : (
        <Samples locale={locale} t={t} samples={samples} />
      )}
      {isManager ? <DrawSample locale={locale} t={t} by={by} form={form} errors={errors} /> : null}
      <Examples locale={locale} t={t} by={by} examples={examples} />
    </Page>
  );
}
