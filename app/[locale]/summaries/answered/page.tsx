import { Table } from '#components/summaries/table';
import { LargeNumbers } from '#components/summaries/totals';
import { articleTitle } from '#lib/convention/articles';
import { compareStateNames, stateName } from '#lib/convention/states';
import { answersForPage } from '#lib/counting/summaries/page-queries';
import { MissingPage } from '../../missing-page';
import { ListPage } from '../list-page';
import { readList, type SummaryParams } from '../read-summary';

/** Exactly the answered articles that a number of the completeness counts, by State. */
export default async function AnswersBehind({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const reading = await readList(locale, searchParams);
  if (!reading) return <MissingPage locale={locale} />;
  const { actor, view, question } = reading;
  const { t } = view;
  const inOrder = compareStateNames(locale);
  const answers = (await answersForPage(actor, question))
    .map((each) => ({ ...each, name: stateName(each.code, locale) }))
    .sort(
      (a, b) =>
        inOrder(a.name, b.name) ||
        (a.code < b.code ? -1 : Number(a.code > b.code)) ||
        a.article - b.article,
    );
  return (
    <ListPage reading={reading} title={t('seen.answeredTitle')} place="answered">
      <LargeNumbers
        locale={locale}
        t={t}
        totals={[{ id: 'total-answers', label: t('seen.answered'), n: answers.length }]}
      />
      <p className="note">{t('seen.completeness.rule')}</p>
      <p className="note">{t('seen.alphabetical')}</p>
      <Table
        id="answered"
        caption={t('seen.answered')}
        heads={[
          t('seen.state'),
          <span key="article" className="words">
            {t('summaries.article')}
          </span>,
        ]}
      >
        {answers.map(({ code, name, article }) => (
          <tr key={code + article}>
            <th scope="row">
              <bdi>{name}</bdi>
            </th>
            <td className="words">
              {article} · {articleTitle(article, locale)}
            </td>
          </tr>
        ))}
      </Table>
    </ListPage>
  );
}
