import { needFacts } from '#components/needs/need-facts';
import { Facts } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';
import type { NeedView, Vocabulary } from '#lib/needs/store/queries';

/** The fields that the return left closed, read-only beside those to correct. */
export function ClosedAnswers({
  locale,
  t,
  need,
  vocabulary,
}: {
  locale: Locale;
  t: Translate;
  need: NeedView;
  vocabulary: Vocabulary;
}) {
  const facts = needFacts(locale, t, need, vocabulary).filter(
    ({ field }) => !need.reopened?.includes(field),
  );
  return (
    <details className="act">
      <summary>{t('form.closed')}</summary>
      <Facts facts={facts.map(({ term, value }) => ({ term, value }))} />
    </details>
  );
}
