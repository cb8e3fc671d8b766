import type { Locale } from '#lib/convention/names';
import { articleTitle } from '#lib/convention/articles';
import { formatDate } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { Vocabulary } from '#lib/needs/store/queries';
import type { Checked } from '#lib/review/closing/checklist-queries';
import { isWaivable } from '#lib/needs/reviews/vocabulary';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  reviewId: string;
  doubts: readonly Checked[];
  words: Vocabulary;
  /** The form by which doubts are waived; none where the review is closed. */ form?: string;
}>;

/** Where a doubt is settled. */
function placeOf(
  { locale, t, reviewId, words }: Row,
  { doubt, need, article, topic }: Checked,
): { href: string; text: string } {
  if (doubt === 'second-coding') return { href: `/${locale}/coding`, text: t('secondCoding.nav') };
  if (article !== undefined)
    return {
      href: `/${locale}/reviews/${reviewId}#desk`,
      text: `${article} · ${articleTitle(article, locale)}`,
    };
  if (!need) return { href: `/${locale}/reviews/${reviewId}`, text: t('reviews.completed') };
  const about =
    topic === undefined
      ? ''
      : ` · ${words.topics.find(({ code }) => code === topic)?.names[locale] ?? topic}`;
  return {
    href: `/${locale}/needs/${need.id}`,
    text: `${need.reference ?? t('need.draftTitle')}${about}`,
  };
}

type Row = Omit<Props, 'doubts'>;

/** Who lets a doubt stand, until when and why. */
const Waiver = ({
  locale,
  t,
  reviewId,
  waived,
  what,
  form,
}: Omit<Row, 'words'> & Readonly<{ waived: NonNullable<Checked['waived']>; what: string }>) => (
  <>
    {t('closing.waived', {
      name: waived.by,
      date: formatDate(locale, waived.expiresOn),
    })}
    <br />
    <span dir="auto">{waived.reason}</span>
    {form ? (
      <form method="post" action={`/${locale}/reviews/${reviewId}/end-waiver`}>
        <input type="hidden" name="waiver" value={waived.id} />
        <button className="as-link" aria-label={`${t('closing.endWaiver')} (${what})`}>
          {t('closing.endWaiver')}
        </button>
      </form>
    ) : null}
  </>
);

function DoubtRow({ each, ...common }: Row & { each: Checked }) {
  const { locale, t, reviewId, form } = common;
  const { doubt, subject, waived } = each;
  const { href, text } = placeOf(common, each);
  const what = `${t(`closing.doubts.${doubt}`)}: ${text}`;
  return (
    <tr>
      <th scope="row">
        {form && !waived && isWaivable(doubt) ? (
          <input
            type="checkbox"
            className="select"
            name="doubt"
            value={`${doubt}~${subject}`}
            form={form}
            aria-label={t('closing.chooseDoubt', { what })}
            autoComplete="off"
          />
        ) : null}
        {t(`closing.doubts.${doubt}`)}
      </th>
      <td className="words">
        <a href={href}>{text}</a>
      </td>
      <td className="words">
        {waived === null ? (
          t('closing.toSettle')
        ) : (
          <Waiver {...{ locale, t, reviewId, waived, what, form }} />
        )}
      </td>
    </tr>
  );
}

/**
 * What is doubtful about a review, each with the place where it is settled, or the waiver that lets
 * it stand.
 */
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
          {doubts.map((each) => (
            <DoubtRow key={each.doubt + each.subject} {...common} each={each} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
