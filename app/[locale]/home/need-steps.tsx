import { articlesText } from '#components/needs/need-facts';
import { excerptOf } from '#lib/text/excerpt';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import type { CommentedNeed } from '#lib/needs/comments/queries';
import type { NeedView } from '#lib/needs/store/queries';
import { formatDate } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { NextList, type Step } from './next-list';

type Common = Readonly<{ locale: Locale; t: Translate }>;

/** As many needs are listed on the home page; the list of needs has them all. */
export const fewNeeds = 5;

/** A need by its reference and the beginning of its text. */
const NeedName = ({
  reference,
  text,
}: Readonly<{ reference: string | null; text: string | null }>) => (
  <>
    {reference ? (
      <>
        <bdi>{reference}</bdi> ·{' '}
      </>
    ) : null}
    <bdi>{excerptOf(text)}</bdi>
  </>
);

/** The needs with open comments, each with the number of its comments. */
export const CommentedNeeds = ({
  locale,
  t,
  needs,
}: Common & Readonly<{ needs: readonly CommentedNeed[] }>) => (
  <NextList
    title={t('nextSteps.commented')}
    steps={needs.map(({ id, count, at, ...name }): Step => ({
      key: id,
      href: `/${locale}/needs/${id}#comments`,
      text: <NeedName {...name} />,
      note: t('nextSteps.comments', { count, date: formatDate(locale, at.slice(0, 10)) }),
    }))}
  />
);

/** Needs on which the State or a reviewer has to say something, each linked to its page. */
export const NeedsToSettle = ({
  locale,
  t,
  needs,
  title,
  lead,
  anchor,
}: Common &
  Readonly<{ needs: readonly NeedView[]; title: string; lead: string; anchor: string }>) => (
  <NextList
    title={title}
    lead={lead}
    steps={needs.map(({ id, reference, text, articles, stateCode, updatedAt }): Step => ({
      key: id,
      href: `/${locale}/needs/${id}#${anchor}`,
      text: <NeedName reference={reference} text={text} />,
      note: [
        stateName(stateCode, locale),
        ...(articles.length > 0 ? [articlesText(locale, t, articles)] : []),
        formatDate(locale, updatedAt.slice(0, 10)),
      ].join(' · '),
    }))}
  />
);
