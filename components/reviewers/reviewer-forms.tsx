import type { ReactNode } from 'react';
import { errorOf, type FormError } from '#components/ui/error-summary';
import { SelectField, TextField } from '#components/ui/field';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';
import type { ReviewerView } from '#lib/people/reviewers/queries';

type Common = Readonly<{
  locale: Locale;
  t: Translate;
  by: string;
  reviewers: readonly ReviewerView[];
  form?: FormFields;
  errors: readonly FormError[];
}>;

const optionsOf = (reviewers: readonly ReviewerView[]) =>
  reviewers.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }));

function Part({
  locale,
  t,
  by,
  verb,
  title,
  reviewers,
  form = {},
  errors,
  children,
}: Common & { verb: 'nominate' | 'leave'; title: string; children: ReactNode }) {
  return (
    <details className="act" open={Object.keys(form).length > 0}>
      <summary>{title}</summary>
      <form method="post" action={`/${locale}/reviewers/${verb}`} noValidate className="narrow">
        <input type="hidden" name="by" value={by} />
        <SelectField
          name="accountId"
          id={`${verb}-accountId`}
          label={t('reviewers.reviewer')}
          none={t('reviewers.chooseReviewer')}
          options={optionsOf(reviewers)}
          defaultValue={textOf(form, 'accountId')}
          error={errorOf(errors, 'accountId')}
        />
        {children}
        <div className="buttons">
          <button className="button second">{t('reviewers.save')}</button>
        </div>
      </form>
    </details>
  );
}

/** Records which State, if any, nominated a reviewer. */
export const NominationForm = ({
  states,
  ...common
}: Common & { states: readonly Readonly<{ id: string; code: string }>[] }) => (
  <Part {...common} verb="nominate" title={common.t('reviewers.nominate')}>
    <SelectField
      name="state"
      label={common.t('reviewers.nominatedBy')}
      none={common.t('reviewers.officer')}
      options={states.map(({ code }) => ({ value: code, label: stateName(code, common.locale) }))}
      defaultValue={textOf(common.form ?? {}, 'state')}
      error={errorOf(common.errors, 'state')}
    />
  </Part>
);

/** Records when a reviewer is away, and who substitutes. */
export const LeaveForm = (common: Common) => {
  const { t, form = {}, errors, reviewers } = common;
  const day = (name: 'fromOn' | 'untilOn', label: string) => (
    <TextField
      name={name}
      label={label}
      hint={t('deadlines.dateHint')}
      className="date"
      dir="ltr"
      autoComplete="off"
      defaultValue={textOf(form, name)}
      error={errorOf(errors, name)}
    />
  );
  return (
    <Part {...common} verb="leave" title={t('reviewers.leave')}>
      {day('fromOn', t('reviewers.from'))}
      {day('untilOn', t('reviewers.until'))}
      <SelectField
        name="substitute"
        label={t('reviewers.substitute')}
        hint={t('reviewers.substituteHint')}
        none={t('reviewers.noSubstitute')}
        options={optionsOf(reviewers)}
        defaultValue={textOf(form, 'substitute')}
        error={errorOf(errors, 'substitute')}
      />
    </Part>
  );
};
