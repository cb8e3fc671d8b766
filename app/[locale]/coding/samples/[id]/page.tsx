import { AgreementTable } from '#components/coding/agreement-table';
import { CategoryAgreement, ConfusionTable } from '#components/coding/category-tables';
import { DifferencesTable } from '#components/coding/differences-table';
import { ProgressSection } from '#components/coding/progress-section';
import { sampleSource } from '#components/coding/samples-table';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Facts, Notice, Page } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { signedIn } from '#lib/sessions/auth';
import { differencesSeen } from '#lib/review/coding/difference-queries';
import { seesSamples } from '#lib/review/coding/rules';
import {
  agreementIn,
  progressOf,
  reviewersFree,
  sampleById,
} from '#lib/review/coding/sample-queries';
import type { Locale } from '#lib/convention/names';
import { formatInstant, formatNumber, formatPercent } from '#lib/text/format';
import { translator } from '#lib/text/i18n';
import { vocabulary } from '#lib/needs/store/queries';
import { ForbiddenPage, MissingPage } from '../../../missing-page';

type Params = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<{ done?: string }>;
};

/** How a sample was drawn, how far it is coded, and how far the codings agree. */
export default async function Sample({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await signedIn(locale, `/${locale}/coding/samples/${id}`);
  if (!seesSamples(actor)) return <ForbiddenPage locale={locale} />;
  const sample = await sampleById(actor, id);
  if (!sample) return <MissingPage locale={locale} />;
  const [progress, reviewers, words, { done }] = [
    await progressOf(actor, sample),
    await reviewersFree(actor),
    await vocabulary(actor),
    await searchParams,
  ];
  const [figures, differences] = [
    sample.coded > 0 ? await agreementIn(actor, sample) : null,
    await differencesSeen(actor, id),
  ];
  const { form, errors, notice } = answered(locale, t);
  const title = t('secondCoding.sampleTitle', { seed: sample.seed });
  const number = (value: number) => formatNumber(locale, value);
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/coding`, label: t('secondCoding.title') }]}
    >
      <h1>{title}</h1>
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {done === 'hand-on' && !form ? (
        <Notice kind="ok">
          <p>{t('secondCoding.handedOn')}</p>
        </Notice>
      ) : null}
      <Facts
        facts={[
          { term: t('secondCoding.drawnFrom'), value: sampleSource(locale, t, sample) },
          {
            term: t('secondCoding.size'),
            value: t('secondCoding.sizeOf', { size: sample.size, population: sample.population }),
          },
          ...(sample.withoutText > 0
            ? [{ term: t('secondCoding.withoutText'), value: number(sample.withoutText) }]
            : []),
          { term: t('secondCoding.share'), value: formatPercent(locale, sample.share) },
          { term: t('secondCoding.seed'), value: <bdi>{sample.seed}</bdi> },
          { term: t('secondCoding.revision'), value: number(sample.revision) },
          { term: t('secondCoding.coders'), value: number(sample.coders) },
          {
            term: t('secondCoding.drawnAt'),
            value: t('secondCoding.drawnBy', {
              name: sample.by,
              at: formatInstant(locale, sample.at),
            }),
          },
        ]}
      />
      <h2 id="progress">{t('secondCoding.progress')}</h2>
      <p>{t('secondCoding.codedOf', { coded: sample.coded, wanted: sample.wanted })}</p>
      <ProgressSection
        locale={locale}
        t={t}
        sample={id}
        progress={progress}
        handing={
          actor.role === 'manager'
            ? { by: actor.accountId!, reviewers, form: form ?? {}, errors }
            : null
        }
      />
      <h2 id="agreement">{t('secondCoding.agreement')}</h2>
      {figures ? (
        <>
          <AgreementTable
            locale={locale}
            t={t}
            figures={figures}
            tagName={(code) => words.tags.find((tag) => tag.code === code)?.names[locale] ?? code}
          />
          <details className="act">
            <summary>{t('secondCoding.how')}</summary>
            <p className="prose">{t('secondCoding.howText')}</p>
          </details>
          <h2 id="by-category">{t('secondCoding.byCategory')}</h2>
          <p className="hint">{t('secondCoding.byCategoryNote')}</p>
          <CategoryAgreement locale={locale} t={t} figures={figures} />
          <h2 id="confusion">{t('secondCoding.confusion')}</h2>
          <p className="hint">{t('secondCoding.confusionNote')}</p>
          <ConfusionTable locale={locale} t={t} figures={figures} />
        </>
      ) : (
        <p>{t('secondCoding.agreementNone')}</p>
      )}
      <h2 id="differences">{t('secondCoding.differences')}</h2>
      {differences.length === 0 ? (
        <p>{t('secondCoding.noDifferences')}</p>
      ) : (
        <DifferencesTable
          locale={locale}
          t={t}
          labelledBy="differences"
          differences={differences}
        />
      )}
    </Page>
  );
}
