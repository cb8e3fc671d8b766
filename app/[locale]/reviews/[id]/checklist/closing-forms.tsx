import { Confirmed } from '#components/ui/confirmed';
import { errorOf } from '#components/ui/error-summary';
import { TextArea, TextField } from '#components/ui/field';
import type { Locale } from '#lib/convention/names';
import type { FormResult } from '#lib/http/form-result';
import { textOf } from '#lib/http/form';
import type { ReviewView } from '#lib/needs/reviews/queries';
import { formatDate } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  by: string;
  review: ReviewView;
  answer: FormResult;
}>;

/** The id of the form that waives the doubts whose checkboxes are ticked in the table. */
export const waiveFormId = 'waive';

const addressOf = ({ locale, review }: Props, verb: string) =>
  `/${locale}/reviews/${review.id}/${verb}`;

/** The account that acts, and the version that it saw. */
const Hidden = ({ by, review }: Props) => (
  <>
    <input type="hidden" name="by" value={by} />
    <input type="hidden" name="version" value={review.version} />
  </>
);

/** Waives doubts for a reason, until a date. */
export function WaiveForm(props: Props) {
  const { t, answer } = props;
  const { form = {}, verb, errors } = answer;
  const wasSent = verb === 'waive';
  return (
    <>
      <h2>{t('closing.waive')}</h2>
      <form
        method="post"
        id={waiveFormId}
        action={addressOf(props, 'waive')}
        noValidate
        className="narrow"
      >
        <Hidden {...props} />
        <p className="hint" id="doubt">
          {t('closing.waiveHint')}
        </p>
        <TextArea
          name="reason"
          dir="auto"
          label={t('closing.reason')}
          rows={3}
          defaultValue={wasSent ? textOf(form, 'reason') : ''}
          error={wasSent ? errorOf(errors, 'reason') : undefined}
        />
        <TextField
          name="expiresOn"
          label={t('closing.expiresOn')}
          hint={t('deadlines.dateHint')}
          className="date"
          dir="ltr"
          autoComplete="off"
          defaultValue={textOf(form, 'expiresOn')}
          error={errorOf(errors, 'expiresOn')}
        />
        <div className="buttons">
          <button className="button second">{t('closing.waive')}</button>
        </div>
      </form>
    </>
  );
}

/** Closes the review. */
export function CloseForm(props: Props) {
  const { locale, t, review } = props;
  const { errors } = props.answer;
  const { symbol, completedOn } = review;
  return (
    <form method="post" action={addressOf(props, 'close')}>
      <Hidden {...props} />
      <p>
        {t('closing.closeLead', {
          symbol: symbol ?? '–',
          date: completedOn ? formatDate(locale, completedOn) : '–',
        })}
      </p>
      <Confirmed
        summary={t('closing.close')}
        lead={t('confirm.close')}
        isOpen={errors.some(({ field }) => field === 'close')}
      >
        <div className="buttons">
          <button className="button" id="close">
            {t('closing.close')}
          </button>
        </div>
      </Confirmed>
    </form>
  );
}

/** Reopens a closed review for a reason. */
export function ReopenForm(props: Props) {
  const { t, answer } = props;
  const { form = {}, verb, errors } = answer;
  const wasSent = verb === 'reopen';
  return (
    <details className="act" open={wasSent}>
      <summary>{t('closing.reopen')}</summary>
      <form method="post" action={addressOf(props, 'reopen')} noValidate className="narrow">
        <Hidden {...props} />
        <TextArea
          name="reason"
          dir="auto"
          label={t('closing.reopenReason')}
          hint={t('closing.reopenHint')}
          rows={3}
          defaultValue={wasSent ? textOf(form, 'reason') : ''}
          error={errorOf(errors, 'reason')}
        />
        <div className="buttons">
          <button className="button second">{t('closing.reopen')}</button>
        </div>
      </form>
    </details>
  );
}
