import { provisionText } from '#components/needs/need-facts';
import { Confirmed } from '#components/ui/confirmed';
import type { Locale } from '#lib/convention/names';
import type { DraftOfReview } from '#lib/needs/entry/drafts';
import { excerptOf } from '#lib/text/excerpt';
import { formatDate, formatList } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  reviewId: string;
  by: string;
  drafts: readonly DraftOfReview[];
}>;

const isReady = ({ missing, maySubmit }: DraftOfReview) => missing.length === 0 && maySubmit;

/** What a draft still lacks, or that it is complete. */
function stateOf({ locale, t }: Pick<Props, 'locale' | 't'>, { missing }: DraftOfReview): string {
  if (missing.length === 0) return t('drafts.complete');
  const names = missing.map((field) =>
    field === 'page' ? t('source.pageOfPassage') : t(`form.${field}`),
  );
  return t('drafts.lacks', { list: formatList(locale, names) });
}

/** A draft: whether it is to be submitted, its words, who entered it and what it lacks. */
const Draft = ({ locale, t, draft }: Pick<Props, 'locale' | 't'> & { draft: DraftOfReview }) => {
  const { need, by } = draft;
  const { id, version, text, updatedAt } = need;
  const name = excerptOf(text) || t('unfinished.noText');
  const isComplete = draft.missing.length === 0;
  return (
    <li className={isReady(draft) ? 'option' : undefined}>
      {isReady(draft) ? (
        <input
          type="checkbox"
          id={`draft-${id}`}
          name="need"
          value={`${id}~${version}`}
          defaultChecked
          aria-label={name}
        />
      ) : null}
      <span>
        <a href={`/${locale}/needs/${id}${isComplete ? '' : '/change?check=1'}`}>
          <bdi>{name}</bdi>
        </a>
        <br />
        <span className="note">
          {provisionText(locale, t, need)} · <bdi>{by}</bdi> ·{' '}
          {formatDate(locale, updatedAt.slice(0, 10))} · {stateOf({ locale, t }, draft)}
        </span>
      </span>
    </li>
  );
};

/** The drafts of a review with who entered them; the complete ones are submitted in one step. */
export function ReviewDrafts({ locale, t, reviewId, by, drafts }: Props) {
  if (drafts.length === 0) return null;
  const ready = drafts.filter(isReady).length;
  return (
    <section aria-labelledby="drafts">
      <h2 id="drafts">{t('drafts.title')}</h2>
      <form method="post" action={`/${locale}/reviews/${reviewId}/submit-drafts`}>
        <input type="hidden" name="by" value={by} />
        <ul className="next" id="need" tabIndex={-1}>
          {drafts.map((draft) => (
            <Draft key={draft.need.id} {...{ locale, t, draft }} />
          ))}
        </ul>
        {ready > 0 ? (
          <Confirmed summary={t('drafts.submit')} lead={t('drafts.submitLead')}>
            <div className="buttons">
              <button className="button">{t('drafts.submit')}</button>
            </div>
          </Confirmed>
        ) : null}
      </form>
    </section>
  );
}
