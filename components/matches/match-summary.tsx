import { categoryName } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { formatList } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';
import type { MatchView } from '#lib/assistance/matches/queries';

/** The arrow from the activity to the need, in the direction of reading. */
export const arrowOf = (locale: Locale) => (directionOf(locale) === 'rtl' ? '←' : '→');

type Need = Pick<MatchView, 'needReference' | 'stateCode' | 'articles' | 'chapter' | 'category'> &
  Partial<Pick<MatchView, 'blind'>>;

function provisionText(locale: Locale, t: Translate, { articles, chapter }: Need): string {
  if (articles.length === 0) return t('provisions.chapter', { chapter: chapter ?? '' });
  return t('provisions.articles', {
    count: articles.length,
    list: formatList(locale, articles.map(String)),
  });
}

/** A need in one line: its reference, State, provision and category. */
export const NeedSummary = ({
  locale,
  t,
  need,
}: Readonly<{ locale: Locale; t: Translate; need: Need }>) => (
  <>
    <bdi>{need.needReference ?? '–'}</bdi> · <bdi>{stateName(need.stateCode, locale)}</bdi> ·{' '}
    {need.blind ? (
      t('secondCoding.hidden')
    ) : (
      <>
        {provisionText(locale, t, need)} ·{' '}
        {need.category ? categoryName(need.category, locale) : '–'}
      </>
    )}
  </>
);

/** A match in one line: the activity, and the need that it answers. */
export const MatchSummary = ({
  locale,
  match: { activityReference, needReference },
}: {
  locale: Locale;
  match: Pick<MatchView, 'activityReference' | 'needReference'>;
}) => (
  <>
    <bdi>{activityReference}</bdi> {arrowOf(locale)} <bdi>{needReference ?? '–'}</bdi>
  </>
);
