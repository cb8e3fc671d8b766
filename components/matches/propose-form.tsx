import type { ReactNode } from 'react';
import { errorOf, type ShownError } from '#components/ui/error-summary';
import { SelectField, TextArea, TextField } from '#components/ui/field';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import { formatList } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { longestReason } from '#lib/text/reason';
import { degrees, type Ground } from '#lib/needs/met/vocabulary';

/** What one side is, and the likely ones of the other. */
type Props = Readonly<{
  locale: Locale;
  t: Translate;
  by: string;
  side: 'need' | 'assistance';
  id: string;
  likely: readonly Readonly<{
    id: string;
    grounds: readonly Ground[];
    words: ReactNode;
    name: string;
  }>[];
  form?: FormFields;
  errors: readonly ShownError[];
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

/**
 * The likely ones with their reasons, each with a button, and a form that names any other by its
 * reference.
 */
export function ProposeForm({ locale, t, by, side, id, likely, form = {}, errors }: Props) {
  const action = `/${locale}/assistance/matches/propose`;
  const hidden = (
    <>
      <input type="hidden" name="by" value={by} />
      <input type="hidden" name="side" value={side} />
      <input type="hidden" name={side} value={id} />
    </>
  );
  const other = side === 'need' ? 'assistance' : 'need';
  return (
    <>
      {likely.length === 0 ? (
        <p>{t('matches.noLikely')}</p>
      ) : (
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
              {likely.map((one) => (
                <tr key={one.id}>
                  <th scope="row" className="excerpt">
                    {one.words}
                  </th>
                  <td className="words" data-label={t('matches.grounds')}>
                    {formatList(
                      locale,
                      one.grounds.map((ground) => t(`matches.groundNames.${ground}`)),
                    )}
                  </td>
                  <td className="words">
                    <form method="post" action={action}>
                      {hidden}
                      <input type="hidden" name={other} value={one.id} />
                      <input type="hidden" name="suggested" value="1" />
                      <input type="hidden" name="degree" value="partly" />
                      <button
                        className="as-link"
                        aria-label={`${t('matches.proposeThis')}: ${one.name}`}
                      >
                        {t('matches.proposeThis')}
                      </button>
                    </form>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <form method="post" action={action} noValidate className="narrow">
        {hidden}
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
          hint={t('matches.reasonHint')}
          rows={3}
          dir="auto"
          maxLength={longestReason}
          defaultValue={textOf(form, 'reason')}
          error={errorOf(errors, 'reason')}
        />
        <div className="buttons">
          <button className="button">{t('matches.proposeThis')}</button>
        </div>
      </form>
    </>
  );
}
