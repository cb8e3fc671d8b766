import { ProgressSection } from '#components/coding/progress-section';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Confirmation, Page } from '#components/ui/page';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import { listDifferences } from '#lib/review/coding/difference-queries';
import { maySeeSamples } from '#lib/review/coding/rules';
import {
  sampleAgreement,
  coderProgress,
  reviewerOptions,
  sampleById,
} from '#lib/review/coding/sample-queries';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { vocabulary as currentVocabulary } from '#lib/needs/store/queries';
import { ForbiddenPage, MissingPage } from '../../../missing-page';
import { SampleAgreement, SampleDifferences, SampleFacts } from './sample-parts';

type Params = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<{ done?: string }>;
};

/** How a sample was drawn, the progress of its coding, and the agreement of the codings. */
export default async function Sample({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/coding/samples/${id}`);
  if (!maySeeSamples(actor)) return <ForbiddenPage locale={locale} />;
  const sample = await sampleById(actor, id);
  if (!sample) return <MissingPage locale={locale} />;
  const progress = await coderProgress(actor, sample);
  const reviewers = await reviewerOptions(actor);
  const vocabulary = await currentVocabulary(actor);
  const figures = sample.coded > 0 ? await sampleAgreement(actor, sample) : null;
  const differences = await listDifferences(actor, id);
  const { done } = await searchParams;
  const { form, errors, notice } = formResult(locale, t);
  const reassignment =
    actor.role === 'manager' ? { by: actor.accountId!, reviewers, form: form ?? {}, errors } : null;
  const title = t('secondCoding.sampleTitle', { seed: sample.seed });
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/coding`, label: t('secondCoding.title') }]}
    >
      <h1>{title}</h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {done === 'hand-on' && !form ? (
        <Confirmation>{t('secondCoding.handedOn')}</Confirmation>
      ) : null}
      <SampleFacts locale={locale} t={t} sample={sample} />
      <h2 id="progress">{t('secondCoding.progress')}</h2>
      <p>{t('secondCoding.codedOf', { coded: sample.coded, wanted: sample.wanted })}</p>
      <ProgressSection
        locale={locale}
        t={t}
        sampleId={id}
        progress={progress}
        reassignment={reassignment}
      />
      <SampleAgreement locale={locale} t={t} figures={figures} vocabulary={vocabulary} />
      <SampleDifferences locale={locale} t={t} differences={differences} />
    </Page>
  );
}
