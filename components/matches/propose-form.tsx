import type { ReactNode } from 'react';
import { errorOf, type FormError } from '#components/ui/error-summary';
import { SelectField, TextArea, TextField } from '#components/ui/field';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import { formatList } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { maxReasonLength } from '#lib/text/reason';
import { degrees, type Ground } from '#lib/needs/fulfilment/vocabulary';

/** A likely other side of the match, with the reasons. */
export type LikelyMatch = Readonly<{
  id: string;
  grounds: readonly Ground[];
  summary: ReactNode;
  name: string;
}>;

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  by: string;
  side: 'need' | 'assistance';
  id: string;
  likely: readonly LikelyMatch[];
  form?: FormFields;
  errors: readonly FormError[];
}>;

const Degree = ({
  t,
  id,
  value,
  error,
}: {
  t: Translate;
  id?: string;
  value: string;
  error?: string;
}) => (
  <SelectField
    name="degree"
    id={id}
    label={t('matches.degree')}
    options={degrees.map((code) => ({ value: code, label: t(`matches.degrees.${code}`) }))}
    defaultValue={value || 'partly'}
    error={error}
  />
);

type Common = Pick<Props, 'locale' | 't' | 'by' | 'side' | 'id'>;

const actionOf = (locale: Locale) => `/${locale}/assistance/matches/propose`;

/** Who proposes, and for which need or activity. */
const HiddenFields = ({ by, side, id }: Pick<Common, 'by' | 'side' | 'id'>) => (
  <>
    <input type="hidden" name="by" value={by} />
    <input type="hidden" name="side" value={side} />
    <input type="hidden" name={side} value={id} />
  </>
);

const LikelyRow = ({ locale, t, by, side, id, other }: Common & { other: LikelyMatch }) => (
  <tr>
    <th scope="row" className="excerpt">
      {other.summary}
    </th>
    <td className="words" data-label={t('matches.grounds')}>
      {formatList(
        locale,
        other.grounds.map((ground) => t(`matches.groundNames.${ground}`)),
      )}
    </td>
    <td className="words">
      <form method="post" action={actionOf(locale)}>
        <HiddenFields by={by} side={side} id={id} />
        <input type="hidden" name={side === 'need' ? 'assistance' : 'need'} value={other.id} />
        <input type="hidden" name="suggested" value="1" />
        <input type="hidden" name="degree" value="partly" />
        <button className="as-link" aria-label={`${t('matches.proposeThis')}: ${other.name}`}>
          {t('matches.proposeThis')}
        </button>
      </form>
    </td>
  </tr>
);

/** The likely matches, each with the button that proposes it. */
function LikelyTable({ locale, t, by, side, id, likely }: Common & Pick<Props, 'likely'>) {
  return (
    <div className="scroll">
      <table className="stacked">
        <caption>{t('matches.proposeLead')}</caption>
        <thead>
          <tr>
            <th scope="col" className="words">
              {t(side === 'need' ? 'matches.activity' : 'matches.need')}
            </th>
            <th scope="col" className="words">
              {t('matches.grounds')}
            </th>
            <th scope="col" className="words">
              {t('matches.propose')}
            </th>
          </tr>
        </thead>
        <tbody>
          {likely.map((other) => (
            <LikelyRow key={other.id} {...{ locale, t, by, side, id, other }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Proposes any other match by a reference. */
const OtherForm = ({
  locale,
  t,
  by,
  side,
  id,
  form = {},
  errors,
}: Common & Pick<Props, 'form' | 'errors'>) => (
  <form method="post" action={actionOf(locale)} noValidate className="narrow">
    <HiddenFields by={by} side={side} id={id} />
    <TextField
      name="reference"
      label={t(side === 'need' ? 'matches.activityReference' : 'matches.needReference')}
      hint={t('matches.referenceHint', { example: side === 'need' ? 'TA-0001' : 'KEN-2-014' })}
      dir="ltr"
      defaultValue={textOf(form, 'reference')}
      error={errorOf(errors, 'reference') ?? errorOf(errors, 'need')}
    />
    <Degree t={t} value={textOf(form, 'degree')} error={errorOf(errors, 'degree')} />
    <TextArea
      name="reason"
      label={t('matches.reasonApart')}
      hint={t('matches.reasonHint', { max: maxReasonLength })}
      rows={3}
      dir="auto"
      maxLength={maxReasonLength}
      defaultValue={textOf(form, 'reason')}
      error={errorOf(errors, 'reason')}
    />
    <div className="buttons">
      <button className="button">{t('matches.proposeThis')}</button>
    </div>
  </form>
);

/**
 * The likely matches with their reasons, and a form that proposes any other by its reference.
 */
export const ProposeForm = ({ likely, form, errors, ...common }: Props) => (
  <>
    {likely.length === 0 ? (
      <p>{common.t('matches.noLikely')}</p>
    ) : (
      <LikelyTable {...common} likely={likely} />
    )}
    <OtherForm {...common} form={form} errors={errors} />
  </>
);
