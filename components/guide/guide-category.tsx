import { categoryName, type Category } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import type { CodingGuide } from '#lib/guide/vocabulary';
import type { Translate } from '#lib/i18n';
import type { Vocabulary } from '#lib/needs/queries';

type Props = Readonly<{ locale: Locale; t: Translate; category: Category; guide: CodingGuide; vocabulary: Vocabulary }>;

const Examples = ({ t, examples, not }: { t: Translate; examples: readonly string[]; not: string }) => (
  <dl className="examples">
    <div><dt>{t('coding.guide.example')}</dt>{examples.map((example) => <dd key={example}>{example}</dd>)}</div>
    <div><dt>{t('coding.guide.not')}</dt><dd>{not}</dd></div>
  </dl>
);

/** A category and its subcategories: what belongs there, for example what, and what does not. */
export function GuideCategory({ locale, t, category, guide, vocabulary }: Props) {
  const { belongs, example, second, not } = guide.categories[category];
  return (
    <section className="guide" aria-labelledby={category}>
      <h2 id={category}>{categoryName(category, locale)}</h2>
      <p className="lead">{belongs}</p>
      <Examples t={t} examples={[example, second]} not={not} />
      {vocabulary.subcategories.filter((term) => term.category === category).map(({ code, names }) => {
        const entry = guide.subcategories[code];
        return (
          <div key={code} className="entry">
            <h3 id={code}>{names[locale]}</h3>
            {entry ? <><p>{entry.belongs}</p><Examples t={t} examples={[entry.example]} not={entry.not} /></> : null}
          </div>
        );
      })}
    </section>
  );
}
