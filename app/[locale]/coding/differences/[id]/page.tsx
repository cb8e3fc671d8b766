import { textFacts } from '#components/coding/coded-need';
import { CodingsCompared } from '#components/coding/codings-compared';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Facts, Page, type Crumb } from '#components/ui/page';
import type { Actor } from '#lib/base/actor';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import { differenceById, type Difference } from '#lib/review/coding/difference-queries';
import { listGuideExamples } from '#lib/review/coding/guide-queries';
import { checkCodingRule, maySeeSamples } from '#lib/review/coding/rules';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { translator, type Translate } from '#lib/text/i18n';
import { needById, vocabulary as currentVocabulary } from '#lib/needs/store/queries';
import { vocabularyWithRetiredTerms } from '#lib/needs/terms/queries';
import { ForbiddenPage, MissingPage } from '../../../missing-page';
import { CopyToGuide, Settle, Settlement } from './settlement';

type Params = { params: Promise<{ locale: Locale; id: string }> };

/** Loads what the page shows beside the difference itself. */
async function loadContext(actor: Actor, { needId, settlement }: Difference) {
  const vocabulary = await currentVocabulary(actor);
  const everyTerm = await vocabularyWithRetiredTerms(actor);
  const need = await needById(actor, needId);
  const examples = await listGuideExamples(actor);
  const example = examples.find(({ settlementId }) => settlementId === settlement?.id);
  return { vocabulary, everyTerm, need, example };
}

function crumbsOf(locale: Locale, t: Translate, actor: Actor, { sampleId }: Difference): Crumb[] {
  const coding = { href: `/${locale}/coding`, label: t('secondCoding.title') };
  if (!maySeeSamples(actor)) return [coding];
  const differences = `/${locale}/coding/samples/${sampleId}#differences`;
  return [coding, { href: differences, label: t('secondCoding.differences') }];
}

/** Two codings of a need compared, and the forms to settle their difference and to make an example. */
export default async function CodingDifference({ params }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/coding/differences/${id}`);
  if (actor.role !== 'reviewer' && !maySeeSamples(actor)) return <ForbiddenPage locale={locale} />;
  const difference = await differenceById(actor, id);
  if (!difference) return <MissingPage locale={locale} />;
  const { vocabulary, everyTerm, need, example } = await loadContext(actor, difference);
  const settling = formResult(locale, t, '/settle');
  const copying = formResult(locale, t, '/copy');
  const errors = [...settling.errors, ...copying.errors];
  const { ruleInput: standing, needId, reference, stateCode, cycle } = difference;
  const may = (verb: 'settle' | 'copy') => checkCodingRule(actor, verb, standing) === 'allowed';
  const title = t('secondCoding.differenceTitle');
  const common = { locale, t, actor, difference };
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={crumbsOf(locale, t, actor, difference)}
    >
      <h1>{title}</h1>
      <FormResultNotice
        problem={t('problem.title')}
        errors={errors}
        notice={settling.notice ?? copying.notice}
      />
      <p>
        <a href={`/${locale}/needs/${needId}`}>{reference ?? t('secondCoding.task')}</a> ·{' '}
        {stateName(stateCode, locale)}, {t(`cycles.${cycle}`)}
      </p>
      <Facts facts={textFacts(t, difference)} />
      <h2 id="compared">{t('secondCoding.compared')}</h2>
      <CodingsCompared locale={locale} t={t} difference={difference} vocabulary={everyTerm} />
      <Settlement {...common} need={need} />
      {may('settle') ? <Settle {...common} vocabulary={vocabulary} answer={settling} /> : null}
      {may('copy') ? <CopyToGuide {...common} example={example} answer={copying} /> : null}
    </Page>
  );
}
