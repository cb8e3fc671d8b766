import { categoryName, type Category } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import type { GuideExampleView } from '#lib/review/coding/guide-queries';
import type { CodingGuide } from '#lib/review/guide/vocabulary';
import type { Translate } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';
import type { Vocabulary } from '#lib/needs/store/queries';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  category: Category;
  guide: CodingGuide;
  vocabulary: Vocabulary;
  settled: readonly GuideExampleView[];
}>;

const SettledExamples = ({ t, settled }: { t: Translate; settled: readonly GuideExampleView[] }) =>
  settled.map(({ id, text, language }) => (
    <dd key={id}>
      <span lang={language} dir={directionOf(language)}>
        {text}
      </span>{' '}
      <span className="note">{t('secondCoding.fromSecond')}</span>
    </dd>
  ));

/** The guide's own examples and those from second coding, each in its own language. */
const Examples = ({
  t,
  examples,
  settled,
  not,
}: {
  t: Translate;
  examples: readonly string[];
  settled: readonly GuideExampleView[];
  not: string;
}) => (
  <dl className="examples">
    <div>
      <dt>{t('coding.guide.example')}</dt>
      {examples.map((example) => (
        <dd key={example}>{example}</dd>
      ))}
      <SettledExamples t={t} settled={settled} />
    </div>
    <div>
      <dt>{t('coding.guide.not')}</dt>
      <dd>{not}</dd>
    </div>
  </dl>
);

const Settled = ({ t, settled }: { t: Translate; settled: readonly GuideExampleView[] }) =>
  settled.length === 0 ? null : (
    <dl className="examples">
      <div>
        <dt>{t('coding.guide.example')}</dt>
        <SettledExamples t={t} settled={settled} />
      </div>
    </dl>
  );

/** A category and its subcategories: what belongs to each, with examples, and what does not. */
export function GuideCategory({ locale, t, category, guide, vocabulary, settled }: Props) {
  const { belongs, example, second, not } = guide.categories[category];
  const subcategories = vocabulary.subcategories.filter((term) => term.category === category);
  const under = (code: string) => settled.filter(({ subcategory }) => subcategory === code);
  // Examples without a subcategory in force are listed under the category.
  const others = settled.filter(
    (example) =>
      example.category === category &&
      !subcategories.some(({ code }) => code === example.subcategory),
  );
  return (
    <section className="guide" aria-labelledby={category}>
      <h2 id={category}>{categoryName(category, locale)}</h2>
      <p className="lead">{belongs}</p>
      <Examples t={t} examples={[example, second]} settled={others} not={not} />
      {subcategories.map(({ code, names }) => {
        const entry = guide.subcategories[code];
        return (
          <div key={code} className="entry">
            <h3 id={code}>{names[locale]}</h3>
            {entry ? (
              <>
                <p>{entry.belongs}</p>
                <Examples t={t} examples={[entry.example]} settled={under(code)} not={entry.not} />
              </>
            ) : (
              <Settled t={t} settled={under(code)} />
            )}
          </div>
        );
      })}
    </section>
  );
}
