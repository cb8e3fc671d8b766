import { ChapterDeclaration } from '#components/reviews/chapter-declaration';
import { NeedStatus } from '#components/needs/need-facts';
import type { ShownError } from '#components/ui/error-summary';
import { errorOf } from '#components/ui/error-summary';
import { articleTitle } from '#lib/convention/articles';
import { chapterTitle } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import type { FormFields } from '#lib/http/form';
import { formatDate, formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { statuses } from '#lib/needs/model/vocabulary';
import {
  isAnswered,
  owed,
  type ArticleDesk,
  type ByStatus,
  type ChapterDesk,
} from '#lib/needs/reviews/turn';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  reviewId: string;
  by: string;
  desk: ChapterDesk;
  enters: boolean;
  form?: FormFields;
  errors: readonly ShownError[];
}>;

type Chapter = Pick<Props, 'locale' | 't' | 'reviewId' | 'desk' | 'enters'>;

const addressOf = ({ locale, reviewId }: Chapter, verb: string) =>
  `/${locale}/reviews/${reviewId}/${verb}`;

/** The needs of an article by their status, each number with the way to them. */
const Standing = ({
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

/** An article for which it was signed that there are no needs. */
function SignedAnswer({
  article,
  answer,
  ...chapter
}: Chapter & Readonly<{ article: number; answer: NonNullable<ArticleDesk['answer']> }>) {
  const { locale, t, desk, enters } = chapter;
  return (
    <>
      {t('desk.none')}{' '}
      <span className="note">
        {t('desk.signed', {
          name: answer.by,
          date: formatDate(locale, answer.at.slice(0, 10)),
        })}
      </span>
      {enters && !desk.declared ? (
        <form method="post" action={addressOf(chapter, 'withdraw-answer')} className="inline">
          <input type="hidden" name="article" value={article} />
          <button
            className="as-link"
            aria-label={`${t('desk.withdraw')}: ${t('provisions.articles', { count: 1, list: String(article) })}`}
          >
            {t('desk.withdraw')}
          </button>
        </form>
      ) : null}
    </>
  );
}

/** What is said of an article without needs, or what it still owes. */
function Answer({
  each,
  answering,
  formId,
  ...chapter
}: Chapter & Readonly<{ each: ArticleDesk; answering: boolean; formId: string }>) {
  const { t } = chapter;
  const { article, answer } = each;
  if (answer) return <SignedAnswer {...chapter} article={article} answer={answer} />;
  if (isAnswered(each)) return t('desk.answered');
  if (!answering)
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
        form={formId}
      />
      <label htmlFor={`article-${article}`}>{t('desk.none')}</label>
    </div>
  );
}

/** The articles of the chapter, with their needs and answers. */
function DeskTable({
  answering,
  formId,
  ...common
}: Chapter & Readonly<{ answering: boolean; formId: string }>) {
  const { locale, t, desk } = common;
  const { chapter, articles, general } = desk;
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
          {articles.map((each) => (
            <tr key={each.article}>
              <th scope="row">
                {each.article} · {articleTitle(each.article, locale)}
              </th>
              <td className="words">
                <Standing {...common} needs={each.needs} article={each.article} />
              </td>
              <td className="words">
                <Answer {...common} each={each} answering={answering} formId={formId} />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('desk.general')}</th>
            <td className="words">
              <Standing {...common} needs={general} article="general" />
            </td>
            <td className="words">–</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/**
 * A chapter of the review at a glance: what each article has, what it still owes, and whether all
 * was declared complete.
 */
export function ReviewDesk({ locale, t, reviewId, by, desk, enters, form, errors }: Props) {
  const { chapter } = desk;
  const answering = enters && !desk.declared && owed(desk).length > 0;
  const formId = `answer-${chapter}`;

  const common = { locale, t, reviewId, desk, enters };
  return (
    <section id={`chapter-${chapter}`}>
      <h3>
        {t('provisions.chapter', { chapter })} · {chapterTitle(chapter, locale)}
      </h3>
      {errorOf(errors, 'article') && answering ? (
        <p className="error">{errorOf(errors, 'article')}</p>
      ) : null}
      <DeskTable {...common} answering={answering} formId={formId} />
      {answering ? (
        <form id={formId} method="post" action={addressOf(common, 'answer')} className="buttons">
          <input type="hidden" name="by" value={by} />
          <button className="button second">{t('desk.sign')}</button>
          <span className="hint">{t('desk.signHint')}</span>
        </form>
      ) : null}
      <ChapterDeclaration {...{ locale, t, reviewId, by, desk, enters, form, errors }} />
    </section>
  );
}
