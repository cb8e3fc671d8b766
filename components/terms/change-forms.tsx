import { Confirmed } from '#components/ui/confirmed';
import type { ReactNode } from 'react';
import { DateField, NameFields } from '#components/terms/term-fields';
import { errorOf, type FormError } from '#components/ui/error-summary';
import { Choice, ChoiceGroup, SelectField, type Option } from '#components/ui/field';
import type { Locale } from '#lib/convention/names';
import { listOf, textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';
import type { NeedWithTerm, TermView } from '#lib/needs/terms/queries';
import { mostListed, type TermKind } from '#lib/needs/terms/vocabulary';

/** What became of a form of this page that was sent. */
type Answer = Readonly<{ form?: FormFields; errors: readonly FormError[] }>;
type Props = Readonly<{
  locale: Locale;
  t: Translate;
  by: string;
  kind: TermKind;
  term: TermView;
  others: readonly TermView[];
}>;

const TermForm = ({
  locale,
  verb,
  by,
  kind,
  term,
  children,
  button,
  confirmed,
}: Omit<Props, 't' | 'others'> & {
  verb: string;
  children: ReactNode;
  button: string;
  confirmed?: string;
}) => (
  <form method="post" action={`/${locale}/admin/terms/${verb}`} noValidate>
    {Object.entries({ by, kind, code: term.code }).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    {children}
    {confirmed ? (
      <Confirmed summary={button} lead={confirmed}>
        <button className="button second">{button}</button>
      </Confirmed>
    ) : (
      <div className="buttons">
        <button className="button second">{button}</button>
      </div>
    )}
  </form>
);
const optionsOf = (terms: readonly TermView[], locale: Locale): Option[] =>
  terms.map(({ code, names }) => ({ value: code, label: names[locale] }));

export const RenameForm = ({ answer: { form, errors }, ...props }: Props & { answer: Answer }) => (
  <TermForm {...props} verb="rename" button={props.t('terms.renameButton')}>
    <NameFields t={props.t} form={form} errors={errors} names={props.term.names} />
    <DateField t={props.t} form={form} errors={errors} verb="rename" />
  </TermForm>
);

export const MergeForm = ({ answer: { form, errors }, ...props }: Props & { answer: Answer }) => (
  <TermForm
    {...props}
    verb="merge"
    button={props.t('terms.mergeButton')}
    confirmed={props.t('confirm.merge', { name: props.term.names[props.locale] })}
  >
    <p className="hint">{props.t('terms.mergeLead')}</p>
    <SelectField
      name="into"
      id="merge-into"
      label={props.t('terms.mergeInto')}
      none={props.t('terms.chooseTerm')}
      options={optionsOf(props.others, props.locale)}
      defaultValue={form ? textOf(form, 'into') : ''}
      error={errorOf(errors, 'merge-into')}
    />
    <DateField t={props.t} form={form} errors={errors} verb="merge" />
  </TermForm>
);

type SplitProps = Props & { answer: Answer; needs: readonly NeedWithTerm[] };

/** The terms that replace the one that is split. */
function Replacements({ locale, t, others, answer: { form, errors } }: SplitProps) {
  const chosen = form ? listOf(form, 'into') : [];
  return (
    <ChoiceGroup
      name="into"
      id="split-into"
      label={t('terms.splitInto')}
      error={errorOf(errors, 'split-into')}
    >
      <div className="options columns">
        {optionsOf(others, locale).map(({ value, label }, i) => (
          <Choice
            key={value}
            kind="checkbox"
            id={i === 0 ? 'split-into' : `into-${value}`}
            name="into"
            value={value}
            label={label}
            defaultChecked={chosen.includes(value)}
          />
        ))}
      </div>
    </ChoiceGroup>
  );
}

/** The approved needs that bear the term, each with the term that replaces it there. */
function NeedsToAssign({ locale, t, others, needs, answer: { form, errors } }: SplitProps) {
  const options = optionsOf(others, locale);
  return (
    <>
      <h3>{t('terms.needs')}</h3>
      {needs.length === 0 ? <p>{t('terms.noNeeds')}</p> : null}
      {needs.length > mostListed ? (
        <p className="hint">{t('terms.moreNeeds', { most: mostListed })}</p>
      ) : null}
      {needs.slice(0, mostListed).map(({ id, reference, text, language }) => (
        <SelectField
          key={id}
          name={`need.${id}`}
          label={<a href={`/${locale}/needs/${id}`}>{reference ?? t('terms.need')}</a>}
          none={t('terms.asRest')}
          options={options}
          hint={
            <span lang={text && language ? language : undefined} dir={text ? 'auto' : undefined}>
              {text ?? t('terms.noText')}
            </span>
          }
          defaultValue={form ? textOf(form, `need.${id}`) : ''}
          error={errorOf(errors, `need.${id}`)}
        />
      ))}
    </>
  );
}

/** Splits a term: which terms replace it, and which of them each approved need gets. */
export function SplitForm(props: SplitProps) {
  const { locale, t, others, answer } = props;
  const { form, errors } = answer;
  return (
    <TermForm {...props} verb="split" button={t('terms.splitButton')}>
      <p className="hint">{t('terms.splitLead')}</p>
      <Replacements {...props} />
      <SelectField
        name="rest"
        label={t('terms.rest')}
        none={t('terms.noRest')}
        options={optionsOf(others, locale)}
        defaultValue={form ? textOf(form, 'rest') : ''}
        error={errorOf(errors, 'rest')}
      />
      <NeedsToAssign {...props} />
      <DateField t={t} form={form} errors={errors} verb="split" />
    </TermForm>
  );
}
