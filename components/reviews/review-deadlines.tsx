import { errorOf, type FormError } from '#components/ui/error-summary';
import { TextField } from '#components/ui/field';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
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

/** The administrator's form for the deadlines of entering needs and of deciding on them. */
export function ReviewDeadlines({ locale, t, by, review, form = {}, errors }: Props) {
  const field = (name: 'entryDueOn' | 'decisionDueOn') => (
    <TextField
      name={name}
      label={t(`deadlines.${name}`)}
      hint={t('deadlines.dateHint')}
      className="date"
      dir="ltr"
      autoComplete="off"
      defaultValue={name in form ? textOf(form, name) : (review[name] ?? '')}
      error={errorOf(errors, name)}
    />
  );
  return (
    <>
      <h2 id="deadlines">{t('deadlines.title')}</h2>
      <p className="hint">{t('deadlines.hint')}</p>
      <form
        method="post"
        action={`/${locale}/reviews/${review.id}/deadlines`}
        noValidate
        className="narrow"
      >
        <input type="hidden" name="by" value={by} />
        <input type="hidden" name="version" value={review.version} />
        {field('entryDueOn')}
        {field('decisionDueOn')}
        <div className="buttons">
          <button className="button">{t('deadlines.save')}</button>
        </div>
      </form>
    </>
  );
}
