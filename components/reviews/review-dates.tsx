import { errorOf, type FormError } from '#components/ui/error-summary';
import { Choice, ChoiceGroup, TextArea, TextField } from '#components/ui/field';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import { formatDate } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { ReviewView } from '#lib/needs/reviews/queries';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  by: string;
  review: ReviewView;
  form?: FormFields;
  errors: readonly FormError[];
}>;

/** Withdraws a summary that was published by mistake. */
function UnpublishForm({ locale, t, by, review: { id, version }, form = {}, errors }: Props) {
  const wasSent = 'reason' in form;
  return (
    <details className="act" open={wasSent}>
      <summary>{t('reviews.unpublish')}</summary>
      <form
        method="post"
        action={`/${locale}/reviews/${id}/unpublish`}
        noValidate
        className="narrow"
      >
        <input type="hidden" name="by" value={by} />
        <input type="hidden" name="version" value={version} />
        <p>{t('reviews.unpublishLead')}</p>
        <TextArea
          name="reason"
          dir="auto"
          label={t('reviews.unpublishReason')}
          hint={t('reviews.unpublishReasonHint')}
          rows={3}
          defaultValue={textOf(form, 'reason')}
          error={errorOf(errors, 'reason')}
        />
        <ChoiceGroup
          name="confirmed"
          label={t('reviews.unpublishConfirm')}
          error={errorOf(errors, 'confirmed')}
        >
          <Choice
            kind="checkbox"
            name="confirmed"
            id="confirmed"
            value="yes"
            label={t('reviews.unpublishConfirmed')}
          />
        </ChoiceGroup>
        <div className="buttons">
          <button className="button second">{t('reviews.unpublish')}</button>
        </div>
      </form>
    </details>
  );
}

/** When the summary was published, with the form that withdraws it; or the form that publishes it. */
function Publishing(props: Props) {
  const {
    locale,
    t,
    review: { id, version, completedOn, publishedOn },
  } = props;
  if (publishedOn)
    return (
      <>
        <p>{t('reviews.publishedOn', { date: formatDate(locale, publishedOn) })}</p>
        <UnpublishForm {...props} />
      </>
    );
  if (!completedOn) return <p>{t('reviews.publishNeedsDate')}</p>;
  return (
    <form method="post" action={`/${locale}/reviews/${id}/publish`}>
      <input type="hidden" name="version" value={version} />
      <p>{t('reviews.publishLead')}</p>
      <div className="buttons">
        <button className="button">{t('reviews.publish')}</button>
      </div>
    </form>
  );
}

/** The administrator's forms to complete and publish the executive summary. */
export function ReviewDates(props: Props) {
  const { locale, t, by, review, form = {}, errors } = props;
  const { id, version, completedOn, symbol } = review;
  const typed = (name: string, stored: string | null) =>
    name in form ? textOf(form, name) : (stored ?? '');
  return (
    <>
      <h2>{t('reviews.completion')}</h2>
      <form
        method="post"
        action={`/${locale}/reviews/${id}/set-completion`}
        noValidate
        className="narrow"
      >
        <input type="hidden" name="by" value={by} />
        <input type="hidden" name="version" value={version} />
        <TextField
          name="completedOn"
          label={t('reviews.completedOn')}
          hint={t('reviews.completedOnHint')}
          className="date"
          dir="ltr"
          autoComplete="off"
          defaultValue={typed('completedOn', completedOn)}
          error={errorOf(errors, 'completedOn')}
        />
        <TextField
          name="symbol"
          label={t('reviews.symbol')}
          hint={t('reviews.symbolHint')}
          dir="ltr"
          autoComplete="off"
          defaultValue={typed('symbol', symbol)}
          error={errorOf(errors, 'symbol')}
        />
        <div className="buttons">
          <button className="button">{t('reviews.saveCompletion')}</button>
        </div>
      </form>
      <h2 id="publish">{t('reviews.publish')}</h2>
      <Publishing {...props} />
    </>
  );
}
