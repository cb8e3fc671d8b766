import { GuideCategory } from '#components/guide/guide-category';
import { Page } from '#components/ui/page';
import { currentActor } from '#lib/sessions/auth';
import { examplesShown } from '#lib/review/coding/guide-queries';
import { categories } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { codingGuide } from '#lib/review/guide/vocabulary';
import { translator } from '#lib/text/i18n';
import { measured } from '#lib/review/likeness/vocabulary';
import { vocabulary } from '#lib/needs/store/queries';

const rules = ['asked', 'named', 'two', 'closest', 'subject'] as const;

/** The coding guide, for everyone to read and print. */
export default async function Guide({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await currentActor();
  const [words, settled] = [await vocabulary(actor), await examplesShown(actor)];
  const guide = codingGuide(locale);
  const marks = [
    {
      id: 'types',
      title: t('form.types'),
      hint: t('form.typesHint'),
      terms: words.types,
      lines: guide.types,
    },
    {
      id: 'tags',
      title: t('form.tags'),
      hint: t('form.tagsHint'),
      terms: words.tags,
      lines: guide.tags,
    },
  ];
  return (
    <Page title={t('coding.guide.title')} site={t('site.name')}>
      <h1>{t('coding.guide.title')}</h1>
      <p className="lead">{t('coding.guide.lead')}</p>
      <ul>
        {rules.map((rule) => (
          <li key={rule}>{t(`coding.guide.rules.${rule}`)}</li>
        ))}
      </ul>
      <nav aria-label={t('coding.guide.contents')}>
        <ul className="tools" id="categories">
          {[
            ...categories.map(({ category, name }) => ({ id: category, title: name[locale] })),
            ...marks,
            { id: 'likeness', title: t('coding.guide.likenessTitle') },
          ].map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {categories.map(({ category }) => (
        <GuideCategory
          key={category}
          locale={locale}
          t={t}
          category={category}
          guide={guide}
          vocabulary={words}
          settled={settled}
        />
      ))}
      {marks.map(({ id, title, hint, terms, lines }) => (
        <section key={id} className="guide" aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          <p className="hint">{hint}</p>
          <dl className="facts">
            {terms
              .filter(({ code }) => lines[code])
              .map(({ code, names }) => (
                <div key={code}>
                  <dt>{names[locale]}</dt>
                  <dd>{lines[code]}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <section className="guide" aria-labelledby="likeness">
        <h2 id="likeness">{t('coding.guide.likenessTitle')}</h2>
        <p>{t('coding.guide.likeness')}</p>
        <p>{t('coding.guide.measured', { ...measured })}</p>
      </section>
      <p className="note">{t('coding.guide.source')}</p>
    </Page>
  );
}
