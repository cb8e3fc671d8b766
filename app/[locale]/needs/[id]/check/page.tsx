import { redirect } from 'next/navigation';
import { SimilarNeeds, SameNeedsWarning } from '#components/similarity/similar-needs';
import { similarView, similarTexts } from '#components/similarity/similar-view';
import { needCrumbs } from '#components/needs/need-crumbs';
import { needFacts } from '#components/needs/need-facts';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Facts, Page, type Fact } from '#components/ui/page';
import type { Actor } from '#lib/base/actor';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator, type Translate } from '#lib/text/i18n';
import { findSimilarNeeds } from '#lib/review/similarity/queries';
import {
  needById,
  vocabulary as currentVocabulary,
  type NeedView,
  type Vocabulary,
} from '#lib/needs/store/queries';
import { checkTransition } from '#lib/needs/model/transitions';
import { vocabularyCodes, validateNeed } from '#lib/needs/model/schema';
import { MissingPage } from '../../../missing-page';

type Params = { params: Promise<{ locale: Locale; id: string }> };

/** Each answer with a link to its field in the form. */
const factsToCheck = (
  locale: Locale,
  t: Translate,
  need: NeedView,
  vocabulary: Vocabulary,
): Fact[] =>
  needFacts(locale, t, need, vocabulary).map(({ field, term, value }) => ({
    term,
    value,
    change: (
      <a
        href={`/${locale}/needs/${need.id}/change#${field}`}
        aria-label={t('check.changeWhat', { what: term })}
      >
        {t('check.change')}
      </a>
    ),
  }));

const SubmitForm = ({
  locale,
  t,
  need: { id, version },
}: Readonly<{ locale: Locale; t: Translate; need: NeedView }>) => (
  <form method="post" action={`/${locale}/needs/${id}/submit`}>
    <input type="hidden" name="version" value={version} />
    <div className="buttons">
      <button className="button">{t('check.submit')}</button>
      <a className="button second" href={`/${locale}/needs/${id}`}>
        {t('check.later')}
      </a>
    </div>
  </form>
);

const loadSimilar = (actor: Actor, { id, text, language, reviewId }: NeedView) =>
  findSimilarNeeds(actor, text ?? '', { language, reviewId, except: id });

export default async function CheckNeed({ params }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/needs/${id}/check`);
  const need = await needById(actor, id);
  if (!need) return <MissingPage locale={locale} />;
  if (checkTransition(actor, 'submit', need) !== 'allowed') redirect(`/${locale}/needs/${id}`);
  const vocabulary = await currentVocabulary(actor);
  if (validateNeed(need, need.cycle, vocabularyCodes(vocabulary)).length > 0)
    redirect(`/${locale}/needs/${id}/change?check=1`);
  const { notice } = formResult(locale, t);
  const similar = similarView(locale, t, await loadSimilar(actor, need), vocabulary);
  return (
    <Page
      title={t('check.title')}
      site={t('site.name')}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={needCrumbs(locale, t, need)}
    >
      <h1>{t('check.title')}</h1>
      <FormResultNotice problem={t('problem.title')} errors={[]} notice={notice} />
      <p className="lead">{t('check.lead')}</p>
      <SameNeedsWarning similar={similar} texts={similarTexts(t)} />
      <Facts facts={factsToCheck(locale, t, need, vocabulary)} />
      <SimilarNeeds similar={similar} texts={similarTexts(t)} />
      <SubmitForm locale={locale} t={t} need={need} />
    </Page>
  );
}
