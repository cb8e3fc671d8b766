import { CodingFields } from '#components/coding/coding-fields';
import { errorOf, type FormError } from '#components/ui/error-summary';
import { Choice, ChoiceGroup, TextArea } from '#components/ui/field';
import type { Difference } from '#lib/review/coding/difference-queries';
import { readCodingFields, codingToFields } from '#lib/review/coding/schema';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';
import { maxReasonLength } from '#lib/text/reason';
import type { Vocabulary } from '#lib/needs/store/queries';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  by: string;
  difference: Difference;
  vocabulary: Vocabulary;
  form?: FormFields;
  errors: readonly FormError[];
}>;

type OutcomesProps = Pick<Props, 't' | 'difference' | 'errors'> & Readonly<{ chosen: string }>;

/** The codings to choose from: the first, a second one, or another. */
function Outcomes({ t, difference: { seconds }, chosen, errors }: OutcomesProps) {
  const secondLabel = (place: number) =>
    seconds.length > 1
      ? t('secondCoding.secondNumbered', { n: place + 1 })
      : t('secondCoding.outcomes.second');
  const options = [
    { value: 'first', label: t('secondCoding.outcomes.first') },
    ...seconds.map(({ place }) => ({ value: `second.${place}`, label: secondLabel(place) })),
    { value: 'other', label: t('secondCoding.outcomes.other') },
  ];
  return (
    <ChoiceGroup
      name="outcome"
      label={t('secondCoding.outcome')}
      error={errorOf(errors, 'outcome')}
    >
      {options.map(({ value, label }, i) => (
        <Choice
          key={value}
          kind="radio"
          id={i === 0 ? 'outcome' : `outcome-${value}`}
          name="outcome"
          value={value}
          label={label}
          defaultChecked={chosen === value}
        />
      ))}
    </ChoiceGroup>
  );
}

/** Settles a difference: which coding holds, and why. */
export function SettleForm({ locale, t, by, difference, vocabulary, form, errors }: Props) {
  const { id, chapter, first } = difference;
  const chosen = form ? textOf(form, 'outcome') : '';
  return (
    <form
      method="post"
      action={`/${locale}/coding/differences/${id}/settle`}
      className="need-form"
      noValidate
    >
      <input type="hidden" name="by" value={by} />
      <Outcomes t={t} difference={difference} chosen={chosen} errors={errors} />
      <details className="act" open={chosen === 'other'}>
        <summary>{t('secondCoding.otherCoding')}</summary>
        <CodingFields
          locale={locale}
          t={t}
          chapter={chapter}
          vocabulary={vocabulary}
          fields={form ? readCodingFields(form) : codingToFields(first)}
          errors={errors}
        />
      </details>
      <TextArea
        name="reason"
        label={t('secondCoding.reason')}
        rows={3}
        maxLength={maxReasonLength}
        defaultValue={form ? textOf(form, 'reason') : ''}
        error={errorOf(errors, 'reason')}
      />
      <div className="buttons">
        <button className="button">{t('secondCoding.settleButton')}</button>
      </div>
    </form>
  );
}
