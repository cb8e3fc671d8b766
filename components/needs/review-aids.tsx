import { SourcePassage } from '#components/attachments/source-passage';
import { SimilarNeeds } from '#components/similarity/similar-needs';
import { similarTexts, type SimilarView } from '#components/similarity/similar-view';
import { NeedDifference, type FieldDifference } from '#components/needs/need-difference';
import type { SourceView } from '#lib/needs/attachments/queries';
import { categoryName } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import type { codingGuide } from '#lib/review/guide/vocabulary';
import type { Translate } from '#lib/text/i18n';
import { writtenIn } from '#lib/text/languages';
import type { NeedView, Vocabulary } from '#lib/needs/store/queries';

type Common = Readonly<{ locale: Locale; t: Translate; need: NeedView }>;

/** The quoted passages of the source with their neighbours, the quoted words highlighted. */
function QuotedSource({ locale, t, need, source }: Common & { source: SourceView | undefined }) {
  if (!need.quote) return <p>{t('queue.noQuote')}</p>;
  const passages =
    source?.passages.map((passage) => ({
      ...passage,
      uses: passage.uses.filter(({ needId }) => needId === need.id),
    })) ?? [];
  const first = passages.findIndex(({ uses }) => uses.length > 0);
  const last = passages.findLastIndex(({ uses }) => uses.length > 0);
  if (!source || first < 0)
    return (
      <>
        <blockquote className="written" {...writtenIn(need.language)}>
          {need.quote}
        </blockquote>
        {source ? <p className="note">{t('queue.notFound')}</p> : null}
      </>
    );
  return (
    <div className="source excerpt">
      {passages.slice(Math.max(0, first - 1), last + 2).map((passage) => (
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

/** The entries of the coding guide for the chosen category and subcategory. */
function GuideEntries({
  locale,
  t,
  need,
  vocabulary,
  guide,
}: Common & { vocabulary: Vocabulary; guide: ReturnType<typeof codingGuide> }) {
  const category = need.category
    ? { name: categoryName(need.category, locale), ...guide.categories[need.category] }
    : undefined;
  const entry = need.subcategory ? guide.subcategories[need.subcategory] : undefined;
  const subcategory = entry
    ? {
        name:
          vocabulary.subcategories.find(({ code }) => code === need.subcategory)?.names[locale] ??
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
    vocabulary: Vocabulary;
    source: SourceView | undefined;
    similar: SimilarView;
    guide: ReturnType<typeof codingGuide>;
    /** The changes since the need was last returned; null if it never was. */
    changes: readonly FieldDifference[] | null;
  }>;

/** Changes since the need was last returned; nothing if it never was. */
function ChangesSinceReturn({ t, changes }: Pick<Props, 't' | 'changes'>) {
  if (changes === null) return null;
  return (
    <>
      <h3>{t('queue.changedSince')}</h3>
      {changes.length > 0 ? (
        <NeedDifference t={t} differences={changes} />
      ) : (
        <p>{t('queue.unchangedSince')}</p>
      )}
    </>
  );
}

/** What helps a reviewer to judge a need: its source, its changes, the guide, similar needs. */
export function ReviewAids({
  locale,
  t,
  need,
  vocabulary,
  source,
  similar,
  guide,
  changes,
}: Props) {
  return (
    <section aria-labelledby="reading">
      <h2 id="reading">{t('queue.help')}</h2>
      <h3>{t('queue.source')}</h3>
      <QuotedSource locale={locale} t={t} need={need} source={source} />
      <ChangesSinceReturn t={t} changes={changes} />
      <GuideEntries locale={locale} t={t} need={need} vocabulary={vocabulary} guide={guide} />
      <SimilarNeeds similar={similar} texts={similarTexts(t)} />
    </section>
  );
}
