import { GuideCategory } from '#components/guide/guide-category';
import { Page } from '#components/ui/page';
import { currentActor } from '#lib/sessions/auth';
import { listGuideExamples } from '#lib/review/coding/guide-queries';
import { categories } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { codingGuide } from '#lib/review/guide/vocabulary';
import { translator } from '#lib/text/i18n';
import { similarityQuality } from '#lib/review/similarity/vocabulary';
import { vocabulary as currentVocabulary } from '#lib/needs/store/queries';
import { GuideContents, GuideSection, sectionsOf } from './guide-parts';

const rules = ['asked', 'named', 'two', 'closest', 'subject'] as const;

/** The coding guide, for everyone to read and print. */
export default async function Guide({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await currentActor();
  const vocabulary = await currentVocabulary(actor);
  const settled = await listGuideExamples(actor);
  const guide = codingGuide(locale);
  const sections = sectionsOf(t, vocabulary, guide);
  const common = { locale, t, guide, vocabulary, settled };
  return (
    <Page title={t('coding.guide.title')} site={t('site.name')}>
      <h1>{t('coding.guide.title')}</h1>
      <p className="lead">{t('coding.guide.lead')}</p>
      <ul>
        {rules.map((rule) => (
          <li key={rule}>{t(`coding.guide.rules.${rule}`)}</li>
        ))}
      </ul>
      <GuideContents locale={locale} t={t} sections={sections} />
      {categories.map(({ category }) => (
        <GuideCategory key={category} {...common} category={category} />
      ))}
      {sections.map((section) => (
        <GuideSection key={section.id} locale={locale} section={section} />
      ))}
      <section className="guide" aria-labelledby="likeness">
        <h2 id="likeness">{t('coding.guide.likenessTitle')}</h2>
        <p>{t('coding.guide.likeness')}</p>
        <p>{t('coding.guide.measured', { ...similarityQuality })}</p>
      </section>
      <p className="note">{t('coding.guide.source')}</p>
      <p>
        <a href={`/${locale}/glossary`}>{t('glossary.title')}</a>
      </p>
    </Page>
  );
}
