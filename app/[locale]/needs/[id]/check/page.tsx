import { redirect } from 'next/navigation';
import { AlikeNeeds, SameNeeds } from '#components/likeness/alike-needs';
import { alikeShown, textsOfAlike } from '#components/likeness/alike-shown';
import { needFacts } from '#components/needs/need-facts';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Facts, Page } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { signedIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { whatReadsAlike } from '#lib/review/likeness/queries';
import { needById, vocabulary } from '#lib/needs/store/queries';
import { ruling } from '#lib/needs/model/rules';
import { codesOfVocabulary, needFaults } from '#lib/needs/model/schema';
import { MissingPage } from '../../../missing-page';

export default async function CheckNeed({
  params,
}: {
  params: Promise<{ locale: Locale; id: string }>;
}) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await signedIn(locale, `/${locale}/needs/${id}/check`);
  const need = await needById(actor, id);
  if (!need) return <MissingPage locale={locale} />;
  if (ruling(actor, 'submit', need) !== 'allowed') redirect(`/${locale}/needs/${id}`);
  const words = await vocabulary(actor);
  if (needFaults(need, need.cycle, codesOfVocabulary(words)).length > 0)
    redirect(`/${locale}/needs/${id}/change?check=1`);
  const { notice } = answered(locale, t);
  const alike = alikeShown(
    locale,
    t,
    await whatReadsAlike(actor, need.text ?? '', {
      language: need.language,
      reviewId: need.reviewId,
      except: id,
    }),
    words,
  );
  const change = (field: string, term: string) => (
    <a
      href={`/${locale}/needs/${id}/change#${field}`}
      aria-label={t('check.changeWhat', { what: term })}
    >
      {t('check.change')}
    </a>
  );
  return (
    <Page
      title={t('check.title')}
      site={t('site.name')}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[
        { href: `/${locale}/needs`, label: t('needs.title') },
        { href: `/${locale}/needs/${id}`, label: need.reference ?? t('need.draftTitle') },
      ]}
    >
      <h1>{t('check.title')}</h1>
      <AnswerNotice problem={t('problem.title')} errors={[]} notice={notice} />
      <p className="lead">{t('check.lead')}</p>
      <SameNeeds shown={alike} texts={textsOfAlike(t)} />
      <Facts
        facts={needFacts(locale, t, need, words).map(({ field, term, value }) => ({
          term,
          value,
          change: change(field, term),
        }))}
      />
      <AlikeNeeds shown={alike} texts={textsOfAlike(t)} />
      <form method="post" action={`/${locale}/needs/${id}/submit`}>
        <input type="hidden" name="version" value={need.version} />
        <div className="buttons">
          <button className="button">{t('check.submit')}</button>
          <a className="button second" href={`/${locale}/needs/${id}`}>
            {t('check.later')}
          </a>
        </div>
      </form>
    </Page>
  );
}
