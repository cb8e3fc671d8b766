import { Notice } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import type { ReviewView } from '#lib/needs/reviews/queries';
import type { EntryBarrier } from '#lib/needs/reviews/review-status';
import { formatDate, formatList } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  review: Pick<ReviewView, 'id' | 'closedAt'>;
  barrier: EntryBarrier;
  /** Whether to lead to the page of the review, where this can be changed. */
  withLink?: boolean;
}>;

/** Names the chapters of a review into which nothing can be entered, and who can change that. */
export const DeclaredChapters = ({
  locale,
  t,
  declared,
}: Pick<Props, 'locale' | 't'> & Readonly<{ declared: readonly string[] }>) =>
  declared.length === 0 ? null : (
    <Notice>
      <p>{t('desk.noEntryIn', { list: formatList(locale, declared) })}</p>
    </Notice>
  );

/** Says why nothing can be entered into a review, and who can change that. */
export const EntryBarrierNotice = ({ locale, t, review, barrier, withLink = false }: Props) => (
  <Notice>
    <p>
      {barrier === 'closed'
        ? t('closing.noEntry', { date: formatDate(locale, review.closedAt!.slice(0, 10)) })
        : t('desk.noEntry')}
    </p>
    {withLink ? (
      <p>
        <a href={`/${locale}/reviews/${review.id}`}>{t('desk.openReview')}</a>
      </p>
    ) : null}
  </Notice>
);
