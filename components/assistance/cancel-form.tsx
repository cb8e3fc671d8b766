import { fieldOf } from '#components/assistance/field-of';
import type { FormError } from '#components/ui/error-summary';
import { TextArea } from '#components/ui/field';
import type { Locale } from '#lib/convention/names';
import type { FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';
import { maxReasonLength } from '#lib/text/reason';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  id: string;
  version: number;
  by: string;
  form: FormFields;
  errors: readonly FormError[];
}>;

/** Cancels an activity, for a reason. */
export const CancelForm = ({ locale, t, id, version, by, form, errors }: Props) => (
  <details className="act" open={errors.length > 0}>
    <summary>{t('assistance.cancel')}</summary>
    <p>{t('assistance.cancelLead')}</p>
    <form method="post" action={`/${locale}/assistance/${id}/cancel`} noValidate className="narrow">
      <input type="hidden" name="by" value={by} />
      <input type="hidden" name="version" value={version} />
      <TextArea
        {...fieldOf(form, errors)('reason')}
        label={t('assistance.reason')}
        maxLength={maxReasonLength}
        dir="auto"
      />
      <div className="buttons">
        <button className="button second">{t('assistance.cancel')}</button>
      </div>
    </form>
  </details>
);
