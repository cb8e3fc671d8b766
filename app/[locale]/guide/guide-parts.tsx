import { categories } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import type { Vocabulary } from '#lib/needs/store/queries';
import type { codingGuide } from '#lib/review/guide/vocabulary';
import type { Translate } from '#lib/text/i18n';

type Common = Readonly<{ locale: Locale; t: Translate }>;
type Guide = ReturnType<typeof codingGuide>;

/** Returns the sections on what a need can bear besides its category. */
export const sectionsOf = (t: Translate, vocabulary: Vocabulary, guide: Guide) => [
  {
    id: 'types',
    title: t('form.types'),
    hint: t('form.typesHint'),
    terms: vocabulary.types,
    lines: guide.types,
  },
  {
    id: 'tags',
    title: t('form.tags'),
    hint: t('form.tagsHint'),
    terms: vocabulary.tags,
    lines: guide.tags,
  },
];
type Section = ReturnType<typeof sectionsOf>[number];

/** Links to the parts of the guide. */
export function GuideContents({ locale, t, sections }: Common & { sections: readonly Section[] }) {
  const links = [
    ...categories.map(({ category, name }) => ({ id: category, title: name[locale] })),
    ...sections,
    { id: 'likeness', title: t('coding.guide.likenessTitle') },
  ];
  return (
    <nav aria-label={t('coding.guide.contents')}>
      <ul className="tools" id="categories">
        {links.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The terms of one vocabulary with what the guide says of each. */
export const GuideSection = ({
  locale,
  section: { id, title, hint, terms, lines },
}: Pick<Common, 'locale'> & { section: Section }) => (
  <section className="guide" aria-labelledby={id}>
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
);
