import type { Locale } from '#lib/convention/names';
import { articleTitle } from '#lib/convention/articles';
import { formatDate } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { Vocabulary } from '#lib/needs/store/queries';
import type { ChecklistItem } from '#lib/review/closing/queries';
import { isWaivable } from '#lib/needs/reviews/vocabulary';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  reviewId: string;
  doubts: readonly ChecklistItem[];
  vocabulary: Vocabulary;
  /** The id of the form that waives doubts; none if the review is closed. */
  waiveFormId?: string;
  /** The doubts that were ticked in the form that was sent. */
  ticked?: readonly string[];
}>;

/** The link to the place where a doubt is settled. */
function linkOf(
  { locale, t, reviewId, vocabulary }: Row,
  { doubt, need, article, topic, isVisible, lacks }: ChecklistItem,
): { href?: string; text: string } {
  if (doubt === 'second-coding') return { href: `/${locale}/coding`, text: t('secondCoding.nav') };
  if (article !== undefined)
    return {
      href: `/${locale}/reviews/${reviewId}#desk`,
      text: `${article} · ${articleTitle(article, locale)}`,
    };
  if (!need) {
    const text = t(lacks === 'symbol' ? 'reviews.symbol' : 'reviews.completed');
    return { href: `/${locale}/reviews/${reviewId}`, text };
  }
  const reference = need.reference ?? t('need.draftTitle');
  // A draft is its State's alone: nobody else can open it.
  if (!isVisible) return { text: t('closing.draftOfState') };
  const topicName = vocabulary.topics.find(({ code }) => code === topic)?.names[locale] ?? topic;
  return {
    href: `/${locale}/needs/${need.id}`,
    text: topicName === undefined ? reference : `${reference} · ${topicName}`,
  };
}

type Row = Omit<Props, 'doubts'>;

/** Who waived a doubt, until when and why. */
const Waiver = ({
  locale,
  t,
  reviewId,
  waived,
  doubtText,
  waiveFormId,
}: Omit<Row, 'vocabulary'> &
  Readonly<{ waived: NonNullable<ChecklistItem['waiver']>; doubtText: string }>) => (
  <>
    {t('closing.waived', {
      name: waived.by,
      date: formatDate(locale, waived.expiresOn),
    })}
    <br />
    <span dir="auto">{waived.reason}</span>
    {waiveFormId ? (
      <form method="post" action={`/${locale}/reviews/${reviewId}/end-waiver`}>
        <input type="hidden" name="waiver" value={waived.id} />
        <button className="as-link" aria-label={`${t('closing.endWaiver')} (${doubtText})`}>
          {t('closing.endWaiver')}
        </button>
      </form>
    ) : null}
  </>
);

function DoubtRow({ checked, ...common }: Row & { checked: ChecklistItem }) {
  const { locale, t, reviewId, waiveFormId, ticked = [] } = common;
  const { doubt, subject, waiver: waived } = checked;
  const { href, text } = linkOf(common, checked);
  const name = checked.lacks ? t(`closing.lacks.${checked.lacks}`) : t(`closing.doubts.${doubt}`);
  const doubtText = `${name}: ${text}`;
  return (
    <tr>
      <th scope="row">
        {waiveFormId && !waived && isWaivable(doubt) ? (
          <input
            type="checkbox"
            className="select"
            name="doubt"
            value={`${doubt}~${subject}`}
            form={waiveFormId}
            defaultChecked={ticked.includes(`${doubt}~${subject}`)}
            aria-label={t('closing.chooseDoubt', { what: doubtText })}
            autoComplete="off"
          />
        ) : null}
        {name}
      </th>
      <td className="words">{href ? <a href={href}>{text}</a> : text}</td>
      <td className="words">
        {waived === null ? (
          t('closing.toSettle')
        ) : (
          <Waiver {...{ locale, t, reviewId, waived, doubtText, waiveFormId }} />
        )}
      </td>
    </tr>
  );
}

/** The doubts about a review, each with the link to settle it, or with its waiver. */
export function DoubtsTable({ doubts, ...common }: Props) {
  const { t } = common;
  return (
    <div className="scroll">
      <table>
        <caption className="away">{t('closing.open')}</caption>
        <thead>
          <tr>
            <th scope="col" className="words">
              {t('closing.what')}
            </th>
            <th scope="col" className="words">
              {t('closing.where')}
            </th>
            <th scope="col" className="words">
              {t('closing.standing')}
            </th>
          </tr>
        </thead>
        <tbody>
          {doubts.map((checked) => (
            <DoubtRow key={checked.doubt + checked.subject} {...common} checked={checked} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
