import { ArticleLink, CategoryLink } from '#components/summaries/links';
import { NumberCell, ShareCell } from '#components/summaries/numbers';
import type { SummaryView } from '#components/summaries/summary-view';
import type { NameOf } from '#lib/counting/summary-figures/context';
import { Table } from '#components/summaries/table';
import { listedCategories } from '#lib/counting/summary-figures/tables';

type Props = SummaryView & Readonly<{ nameOf: NameOf }>;

/** The needs on each cross-cutting issue by category. */
export function TagCategoriesTable({ nameOf, ...view }: Props) {
  const { locale, t, opens, count } = view;
  return (
    <Table
      id="tag-categories"
      caption={t('figures.tagCategories')}
      heads={[t('summaries.category'), ...count.tags.map(({ tag }) => nameOf(tag))]}
      foot={
        <tr>
          <th scope="row">{t('summaries.total')}</th>
          {count.tags.map(({ tag, needs }) => (
            <NumberCell key={tag} locale={locale} n={needs} href={opens?.('needs', { tag })} />
          ))}
        </tr>
      }
    >
      {listedCategories(count).map(({ category }) => (
        <tr key={category}>
          <th scope="row">
            <CategoryLink {...view} category={category} />
          </th>
          {count.tags.map(({ tag, byCategory }) => (
            <NumberCell
              key={tag}
              locale={locale}
              n={byCategory[category] ?? 0}
              href={opens?.('needs', { tag, category })}
            />
          ))}
        </tr>
      ))}
    </Table>
  );
}

/** A head over the two columns of each issue. */
const TagGroups = ({
  tags,
  nameOf,
}: Readonly<{ tags: readonly Readonly<{ tag: string }>[]; nameOf: NameOf }>) => (
  <tr>
    <td />
    {tags.map(({ tag }) => (
      <th key={tag} scope="colgroup" colSpan={2}>
        {nameOf(tag)}
      </th>
    ))}
  </tr>
);

/** The needs on each cross-cutting issue by article, with the shares of its needs. */
export function TagArticlesTable({ nameOf, ...view }: Props) {
  const {
    locale,
    t,
    opens,
    count: { articles, tags },
  } = view;
  const heads = [
    t('summaries.article'),
    ...tags.flatMap(() => [t('summaries.needsColumn'), t('summaries.share')]),
  ];
  return (
    <Table
      id="tag-articles"
      caption={t('figures.tagArticles')}
      groups={<TagGroups tags={tags} nameOf={nameOf} />}
      heads={heads}
      note={t('summaries.articlesNote')}
    >
      {articles.map(({ article }, at) => (
        <tr key={article}>
          <th scope="row">
            <ArticleLink {...view} article={article} />
          </th>
          {tags.flatMap(({ tag, byArticle }) => {
            const { needs, share } = byArticle[at]!;
            return [
              <NumberCell
                key={`${tag} needs`}
                locale={locale}
                n={needs}
                href={opens?.('needs', { tag, article })}
              />,
              <ShareCell key={`${tag} share`} locale={locale} share={share} />,
            ];
          })}
        </tr>
      ))}
    </Table>
  );
}
