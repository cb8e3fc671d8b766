import { SourcePassage } from '#components/attachments/source-passage';
import { AlikeNeeds } from '#components/likeness/alike-needs';
import { textsOfAlike, type AlikeShown } from '#components/likeness/alike-shown';
import { NeedDifference, type FieldDifference } from '#components/needs/need-difference';
import type { SourceSeen } from '#lib/needs/attachments/queries';
import { categoryName } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import type { codingGuide } from '#lib/review/guide/vocabulary';
import type { Translate } from '#lib/text/i18n';
import type { NeedSeen, Vocabulary } from '#lib/needs/store/queries';

type Common = Readonly<{ locale: Locale; t: Translate; need: NeedSeen }>;

/** The passages that a need quotes, with the one before and the one after, its words marked. */
function QuotedSource({ locale, t, need, source }: Common & { source: SourceSeen | undefined }) {
  if (!need.quote) return <p>{t('queue.noQuote')}</p>;
  const own =
    source?.passages.map((passage) => ({
      ...passage,
      uses: passage.uses.filter(({ needId }) => needId === need.id),
    })) ?? [];
  const first = own.findIndex(({ uses }) => uses.length > 0);
  const last = own.findLastIndex(({ uses }) => uses.length > 0);
  if (!source || first < 0)
    return (
      <>
        <blockquote className="written" dir="auto">
          {need.quote}
        </blockquote>
        {source ? <p className="note">{t('queue.notFound')}</p> : null}
      </>
    );
  return (
    <div className="source excerpt">
      {own.slice(Math.max(0, first - 1), last + 2).map((passage) => (
        <SourcePassage
          key={passage.position}
          locale={locale}
          t={t}
          passage={passage}
          counted={false}
          mayQuote={false}
        />
      ))}
      <p>
        <a href={`/${locale}/reviews/${need.reviewId}/files/${source.file.id}`}>
          {t('queue.wholeSource')}
        </a>
      </p>
    </div>
  );
}

/**
 * What belongs under the category and the subcategory that were chosen, with an example and what
 * does not.
 */
function GuideToCoding({
  locale,
  t,
  need,
  words,
  guide,
}: Common & { words: Vocabulary; guide: ReturnType<typeof codingGuide> }) {
  const category = need.category
    ? { name: categoryName(need.category, locale), ...guide.categories[need.category] }
    : undefined;
  const entry = need.subcategory ? guide.subcategories[need.subcategory] : undefined;
  const subcategory = entry
    ? {
        name:
          words.subcategories.find(({ code }) => code === need.subcategory)?.names[locale] ??
          need.subcategory!,
        ...entry,
      }
    : undefined;
  if (!category) return null;
  return (
    <details className="what-belongs">
      <summary>{t('coding.guide.whatBelongs')}</summary>
      <dl>
        {[category, ...(subcategory ? [subcategory] : [])].map(
          ({ name, belongs, example, not }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {belongs} <i>{example}</i> {not}
              </dd>
            </div>
          ),
        )}
      </dl>
      <p>
        <a href={`/${locale}/guide#${need.category}`}>{t('coding.guide.title')}</a>
      </p>
    </details>
  );
}

type Props = Common &
  Readonly<{
    words: Vocabulary;
    source: SourceSeen | undefined;
    alike: AlikeShown;
    guide: ReturnType<typeof codingGuide>;
    /** What is said otherwise than when it was last returned; null: it never was. */
    since: readonly FieldDifference[] | null;
  }>;

/**
 * All that a reviewer reads a need against, under it: its passage in the source, what changed since
 * the return, the guide, and how others were coded.
 */
export function NeedReading({ locale, t, need, words, source, alike, guide, since }: Props) {
  return (
    <section aria-labelledby="reading">
      <h2 id="reading">{t('queue.help')}</h2>
      <h3>{t('queue.source')}</h3>
      <QuotedSource locale={locale} t={t} need={need} source={source} />
      {since === null ? null : (
        <>
          <h3>{t('queue.changedSince')}</h3>
          {since.length > 0 ? (
            <NeedDifference t={t} differences={since} />
          ) : (
            <p>{t('queue.unchangedSince')}</p>
          )}
        </>
      )}
      <GuideToCoding locale={locale} t={t} need={need} words={words} guide={guide} />
      <AlikeNeeds shown={alike} texts={textsOfAlike(t)} />
    </section>
  );
}
