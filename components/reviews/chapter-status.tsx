import { ChapterDeclaration } from '#components/reviews/chapter-declaration';
import { NeedStatus } from '#components/needs/need-facts';
import { Confirmed } from '#components/ui/confirmed';
import type { FormError } from '#components/ui/error-summary';
import { errorOf } from '#components/ui/error-summary';
import { articleTitle } from '#lib/convention/articles';
import { chapterTitle } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { listOf, type FormFields } from '#lib/http/form';
import { formatDate, formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { statuses } from '#lib/needs/model/vocabulary';
import {
  isAnswered,
  unansweredArticles,
  type ArticleStatus,
  type ByStatus,
  type ChapterStatus,
} from '#lib/needs/reviews/review-status';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  reviewId: string;
  by: string;
  status: ChapterStatus;
  /** Whether the reader answers for the State: signs answers and declarations. */
  maySign: boolean;
  form?: FormFields;
  errors: readonly FormError[];
}>;

type Chapter = Pick<Props, 'locale' | 't' | 'reviewId' | 'status' | 'maySign'>;
type Answering = Readonly<{
  isAnswering: boolean;
  /** The articles that were ticked in the form that was sent. */
  ticked: readonly string[];
}>;

/** The form that signs the ticked articles of all chapters, so that none is lost on signing. */
const answerFormId = 'answer';

/** The form whose checkboxes and buttons stand in the tables of the chapters. */
export const AnswerForm = ({ locale, reviewId, by }: Pick<Props, 'locale' | 'reviewId' | 'by'>) => (
  <form id={answerFormId} method="post" action={`/${locale}/reviews/${reviewId}/answer`}>
    <input type="hidden" name="by" value={by} />
  </form>
);

const addressOf = ({ locale, reviewId }: Chapter, verb: string) =>
  `/${locale}/reviews/${reviewId}/${verb}`;

/** The number of an article's needs in each status, each linked to those needs. */
const CountsByStatus = ({
  locale,
  t,
  reviewId,
  needs,
  article,
}: Chapter & Readonly<{ needs: ByStatus; article: number | 'general' }>) =>
  statuses
    .filter((status) => needs[status])
    .map((status) => (
      <a
        key={status}
        className="count"
        href={`/${locale}/needs?review=${reviewId}&article=${article}&status=${status}`}
      >
        <NeedStatus t={t} status={status} /> {formatNumber(locale, needs[status]!)}
      </a>
    ));

/** The signed answer that an article has no needs. */
function SignedAnswer({
  article,
  answer,
  ...chapter
}: Chapter & Readonly<{ article: number; answer: NonNullable<ArticleStatus['answer']> }>) {
  const { locale, t, status, maySign } = chapter;
  const name = `${t('desk.withdraw')}: ${t('provisions.articles', { count: 1, list: String(article) })}`;
  return (
    <>
      {t('desk.none')}{' '}
      <span className="note">
        {t('desk.signed', {
          name: answer.by,
          date: formatDate(locale, answer.at.slice(0, 10)),
        })}
      </span>
      {maySign && !status.declared ? (
        <form method="post" action={addressOf(chapter, 'withdraw-answer')} className="inline">
          <input type="hidden" name="article" value={article} />
          <Confirmed
            summary={t('desk.withdraw')}
            label={name}
            lead={t('confirm.withdrawAnswer', { article: String(article) })}
          >
            <button className="button second" aria-label={name}>
              {t('desk.withdraw')}
            </button>
          </Confirmed>
        </form>
      ) : null}
    </>
  );
}

/** The answer for an article, or the checkbox to sign that it has no needs. */
function Answer({
  articleStatus,
  isAnswering,
  ticked,
  ...chapter
}: Chapter & Answering & Readonly<{ articleStatus: ArticleStatus }>) {
  const { t } = chapter;
  const { article, answer } = articleStatus;
  if (answer) return <SignedAnswer {...chapter} article={article} answer={answer} />;
  if (isAnswered(articleStatus)) return t('desk.answered');
  if (!isAnswering)
    return (
      <span className="tag returned" data-mark="○">
        {t('desk.owed')}
      </span>
    );
  return (
    <div className="option small">
      <input
        type="checkbox"
        id={`article-${article}`}
        name="article"
        value={article}
        form={answerFormId}
        defaultChecked={ticked.includes(String(article))}
      />
      <label htmlFor={`article-${article}`}>{t('desk.none')}</label>
    </div>
  );
}

/** The articles of the chapter, with their needs and answers. */
function ArticlesTable({ isAnswering, ticked, ...common }: Chapter & Answering) {
  const { locale, t, status } = common;
  const { chapter, articles, general } = status;
  return (
    <div className="scroll">
      <table className="desk-table">
        <caption className="away">{t('desk.caption', { chapter })}</caption>
        <thead>
          <tr>
            {(['article', 'needs', 'answer'] as const).map((column) => (
              <th key={column} scope="col" className="words">
                {t(`desk.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {articles.map((articleStatus) => (
            <tr key={articleStatus.article}>
              <th scope="row">
                {articleStatus.article} · {articleTitle(articleStatus.article, locale)}
              </th>
              <td className="words">
                <CountsByStatus
                  {...common}
                  needs={articleStatus.needs}
                  article={articleStatus.article}
                />
              </td>
              <td className="words">
                <Answer
                  {...common}
                  articleStatus={articleStatus}
                  isAnswering={isAnswering}
                  ticked={ticked}
                />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('desk.general')}</th>
            <td className="words">
              <CountsByStatus {...common} needs={general} article="general" />
            </td>
            <td className="words">–</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** The needs and answers of each article of a chapter, and whether it is declared complete. */
export function ChapterStatus({ by, form, errors, ...common }: Props) {
  const { locale, t, status, maySign } = common;
  const { chapter, declared } = status;
  const isAnswering = maySign && !declared && unansweredArticles(status).length > 0;
  const ticked = listOf(form ?? {}, 'article');
  return (
    <section id={`chapter-${chapter}`}>
      <h3>
        {t('provisions.chapter', { chapter })} · {chapterTitle(chapter, locale)}
      </h3>
      {errorOf(errors, 'article') && isAnswering ? (
        <p className="error">{errorOf(errors, 'article')}</p>
      ) : null}
      <ArticlesTable {...common} isAnswering={isAnswering} ticked={ticked} />
      {isAnswering ? (
        <p className="buttons">
          <button className="button second" form={answerFormId}>
            {t('desk.sign')}
          </button>
          <span className="hint">{t('desk.signHint')}</span>
        </p>
      ) : null}
      <ChapterDeclaration {...common} by={by} form={form} errors={errors} />
    </section>
  );
}
