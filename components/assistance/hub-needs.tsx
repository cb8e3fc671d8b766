import type { HubNeeds } from '#lib/assistance/hubs/needs';
import { articleTitle } from '#lib/convention/articles';
import { categoryName } from '#lib/convention/categories';
import { chapterTitle, type Chapter } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { formatNumber, formatPercent } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { Vocabulary } from '#lib/needs/store/queries';
import type { Share } from '#lib/counting/figures/figures';

type Row = Readonly<{ key: string; name: string; n: number; share?: Share; isSub?: true }>;

function CountTable({
  locale,
  t,
  caption,
  rows,
  unit,
}: Readonly<{
  locale: Locale;
  t: Translate;
  caption: string;
  rows: readonly Row[];
  unit: string;
}>) {
  if (rows.length === 0) return null;
  return (
    <table className="counted">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="words">
            {t('hubs.what')}
          </th>
          <th scope="col">{unit}</th>
          <th scope="col">%</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, n, share, isSub }) => (
          <tr key={key}>
            <th scope="row" className={isSub ? 'under' : undefined}>
              {name}
            </th>
            <td>{formatNumber(locale, n)}</td>
            <td>{share ? formatPercent(locale, share.percent) : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Props = Readonly<{ locale: Locale; t: Translate; needs: HubNeeds; terms: Vocabulary }>;

type ChapterProps = Readonly<{
  locale: Locale;
  t: Translate;
  count: HubNeeds['chapters'][number]['count'];
  terms: Vocabulary;
}>;

const termName = (locale: Locale, terms: Vocabulary['topics'], code: string) =>
  terms.find((each) => each.code === code)?.names[locale] ?? code;

/** By status, article and topic. */
const FirstTables = ({ locale, t, count, terms }: ChapterProps) => (
  <div>
    <CountTable
      locale={locale}
      t={t}
      caption={t('hubs.by.statuses')}
      unit={t('hubs.needs')}
      rows={count.statuses.map(({ status, needs, share }) => ({
        key: status,
        name: t(`matches.statuses.${status}`),
        n: needs,
        share,
      }))}
    />
    <CountTable
      locale={locale}
      t={t}
      caption={t('hubs.by.articles')}
      unit={t('hubs.needs')}
      rows={count.articles
        .filter(({ needs }) => needs > 0)
        .map(({ article, needs }) => ({
          key: article,
          name: `${article} · ${articleTitle(Number(article), locale)}`,
          n: needs,
        }))}
    />
    <p className="note">{t('hubs.articleNote')}</p>
    <CountTable
      locale={locale}
      t={t}
      caption={t('hubs.by.topics')}
      unit={t('hubs.needs')}
      rows={count.topics
        .filter(({ needs }) => needs > 0)
        .map(({ topic, needs, share }) => ({
          key: topic,
          name: termName(locale, terms.topics, topic),
          n: needs,
          share,
        }))}
    />
  </div>
);

/** By category with its subcategories, and by type. */
function SecondTables({ locale, t, count, terms }: ChapterProps) {
  const types = count.types.find(({ region }) => region === null);
  return (
    <div>
      <CountTable
        locale={locale}
        t={t}
        caption={t('hubs.by.categories')}
        unit={t('hubs.needs')}
        rows={count.categories
          .filter(({ needs }) => needs > 0)
          .flatMap(({ category, needs, share, subcategories }): Row[] => [
            { key: category, name: categoryName(category, locale), n: needs, share },
            ...subcategories
              .filter((each) => each.needs > 0)
              .map((each): Row => ({
                key: `${category} ${each.subcategory}`,
                name: termName(locale, terms.subcategories, each.subcategory),
                n: each.needs,
                share: each.share,
                isSub: true,
              })),
          ])}
      />
      <CountTable
        locale={locale}
        t={t}
        caption={t('hubs.by.types')}
        unit={t('hubs.mentions')}
        rows={(types?.types ?? [])
          .filter(({ mentions }) => mentions > 0)
          .map(({ type, mentions, share }) => ({
            key: type,
            name: termName(locale, terms.types, type),
            n: mentions,
            share,
          }))}
      />
      <p className="note">{t('hubs.shareNote')}</p>
    </div>
  );
}

const ChapterNeeds = ({ chapter, ...props }: ChapterProps & { chapter: Chapter }) => {
  const { locale, t, count } = props;
  return (
    <section aria-labelledby={`chapter-${chapter}`}>
      <h3 id={`chapter-${chapter}`}>
        {t('provisions.chapter', { chapter })} · {chapterTitle(chapter, locale)}
      </h3>
      <p>
        {t('hubs.needsLead', {
          needs: count.totals.needs,
          summaries: count.totals.summaries,
        })}
      </p>

      <div className="hub-needs">
        <FirstTables {...props} />
        <SecondTables {...props} />
      </div>
    </section>
  );
};

/**
 * What the area of a hub needs, chapter by chapter: by status, article, category and subcategory,
 * topic and type.
 */
export const HubNeedsTables = ({
  locale,
  t,
  needs: { chapters, tooFewStates: few },
  terms,
}: Props) => (
  <>
    {few ? <p className="note">{t('hubs.fewStates')}</p> : null}
    {chapters.length === 0 && !few ? <p>{t('hubs.noNeeds')}</p> : null}
    {chapters.map(({ chapter, count }) => (
      <ChapterNeeds
        key={chapter}
        locale={locale}
        t={t}
        chapter={chapter}
        count={count}
        terms={terms}
      />
    ))}
  </>
);
