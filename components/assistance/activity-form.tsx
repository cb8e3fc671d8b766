import { Fragment } from 'react';
import { fieldOf } from '#components/assistance/field-of';
import { DocumentRows, NumberRows } from '#components/assistance/form-rows';
import { StatesField, type Unfound } from '#components/assistance/state-field';
import { errorOf, type FormError } from '#components/ui/error-summary';
import {
  Choice,
  ChoiceGroup,
  SelectField,
  TextArea,
  TextField,
  type Option,
} from '#components/ui/field';
import {
  deliveryModes,
  fundingStatuses,
  genderMarkers,
  activityKinds,
  activityLimits,
  editableStatuses,
  themeName,
  themes,
} from '#lib/assistance/activities/vocabulary';
import { categoryCodes, categoryName } from '#lib/convention/categories';
import { locales, type Locale } from '#lib/convention/names';
import { regionCodes, regionName } from '#lib/convention/regions';
import { formatNumber } from '#lib/text/format';
import { translationField } from '#lib/assistance/activities/fields';
import { listOf, textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';
import { directionOf, languageNames } from '#lib/text/languages';
import { targetGroups } from '#lib/needs/model/vocabulary';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  action: string;
  hidden: Readonly<Record<string, string>>;
  form: FormFields;
  errors: readonly FormError[];
  topics: readonly Option[];
  /** The known providers; undefined where the provider itself fills in the form. */
  organisations?: readonly string[];
  unfound: Readonly<Record<'recipients' | 'hosts', readonly Unfound[]>>;
}>;

type FormProps = Pick<Props, 'locale' | 't' | 'form' | 'errors'>;

type Named =
  | 'theme'
  | 'kind'
  | 'title'
  | 'description'
  | 'language'
  | 'organisation'
  | 'partners'
  | 'areas'
  | 'articles'
  | 'from'
  | 'until'
  | 'period'
  | 'status'
  | 'delivery'
  | 'gender'
  | 'beneficiaries'
  | 'resolutions'
  | 'iati'
  | 'funding';
type Hint = 'lines' | 'articles' | 'date' | 'number' | 'resolutions' | 'iati' | 'organisation';

/** What the fields of the form share: name, value, label and hint. */
const fieldsOf = ({ t, form, errors }: FormProps) => {
  const field = fieldOf(form, errors);
  return {
    optional: t('assistance.optional'),
    field,
    named: (name: Named) => ({ ...field(name), label: t(`assistance.fields.${name}`) }),
    hint: (of: Hint) => t(`assistance.hints.${of}`),
  };
};

const options = <T extends string>(codes: readonly T[], label: (code: T) => string): Option[] =>
  codes.map((value) => ({ value, label: label(value) }));

/** A group of checkboxes. */
const CheckboxGroup = ({
  t,
  form,
  errors,
  name,
  choices,
}: FormProps &
  Readonly<{
    name: 'regions' | 'categories' | 'topics' | 'targetGroups';
    choices: readonly Option[];
  }>) => (
  <ChoiceGroup
    name={name}
    label={t(`assistance.fields.${name}`)}
    error={errorOf(errors, name)}
    optional={t('assistance.optional')}
  >
    <div className="options columns">
      {choices.map(({ value, label }, i) => (
        <Choice
          key={value}
          kind="checkbox"
          id={i === 0 ? name : `${name}-${value}`}
          name={name}
          value={value}
          label={label}
          defaultChecked={listOf(form, name).includes(value)}
        />
      ))}
    </div>
  </ChoiceGroup>
);

/** What the activity is. */
function WhatFields(props: FormProps) {
  const { locale, t } = props;
  const { named, field, optional } = fieldsOf(props);
  return (
    <>
      <h2 className="part">{t('assistance.parts.activity')}</h2>
      <SelectField
        {...named('theme')}
        none="–"
        options={options(themes, (theme) => themeName(theme, locale))}
      />
      <SelectField
        {...named('kind')}
        none="–"
        options={options(activityKinds, (kind) => t(`assistance.kinds.${kind}`))}
      />
      <TextField {...named('title')} maxLength={activityLimits.title} dir="auto" />
      <TextArea
        {...named('description')}
        optional={optional}
        maxLength={activityLimits.description}
        dir="auto"
      />
      <SelectField
        {...named('language')}
        defaultValue={field('language').defaultValue || locale}
        options={locales.map((language) => ({
          value: language,
          label: languageNames[language],
          lang: language,
        }))}
      />
    </>
  );
}

/** What the note prints: the description in the other languages, and its paragraph. */
function NoteFields(props: FormProps) {
  const { t, form } = props;
  const { field, optional } = fieldsOf(props);
  const language = textOf(form, 'language');
  return (
    <>
      <h2 className="part">{t('activityTexts.title')}</h2>
      <p className="note">{t('activityTexts.lead')}</p>
      {locales.map((locale) => (
        <Fragment key={locale}>
          <TextArea
            {...field(translationField(locale))}
            label={t('activityTexts.text', { language: languageNames[locale] })}
            optional={optional}
            maxLength={activityLimits.description}
            lang={locale}
            dir={directionOf(locale)}
            rows={3}
          />
          {textOf(form, translationField(locale)) && locale !== language ? (
            <Choice
              kind="checkbox"
              id={`confirmed-${locale}`}
              name="confirmed"
              value={locale}
              label={t('activityTexts.confirm', { language: languageNames[locale] })}
              defaultChecked={listOf(form, 'confirmed').includes(locale)}
            />
          ) : null}
        </Fragment>
      ))}
      <SelectField
        {...field('part')}
        label={t('activityTexts.part')}
        hint={t('activityTexts.partHint')}
        defaultValue={field('part').defaultValue || '1'}
        options={Array.from({ length: activityLimits.parts }, (_, at) => ({
          value: String(at + 1),
          label: formatNumber(props.locale, at + 1),
        }))}
      />
    </>
  );
}

/** The provider as a text, with the known ones as suggestions. */
function OrganisationField({
  organisations,
  ...props
}: FormProps & Readonly<{ organisations: readonly string[] }>) {
  const { named, hint, optional } = fieldsOf(props);
  return (
    <>
      <TextField
        {...named('organisation')}
        hint={hint('organisation')}
        optional={optional}
        list="organisations"
        dir="auto"
        autoComplete="off"
      />
      <datalist id="organisations">
        {organisations.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

/** Who provides it, for whom and where. */
function WhoFields({
  organisations,
  unfound,
  ...props
}: FormProps & Pick<Props, 'organisations' | 'unfound'>) {
  const { locale, t } = props;
  const { named, field, hint, optional } = fieldsOf(props);
  return (
    <>
      <h2 className="part">{t('assistance.parts.who')}</h2>
      {organisations ? <OrganisationField {...props} organisations={organisations} /> : null}
      <TextArea
        {...named('partners')}
        hint={hint('lines')}
        optional={optional}
        dir="auto"
        rows={3}
      />
      <StatesField
        t={t}
        {...field('recipients')}
        label={t('assistance.fields.recipients')}
        unfound={unfound.recipients}
        optional={optional}
      />
      <StatesField
        t={t}
        {...field('hosts')}
        label={t('assistance.fields.hosts')}
        unfound={unfound.hosts}
        optional={optional}
      />
      <CheckboxGroup
        {...props}
        name="regions"
        choices={options(regionCodes, (region) => regionName(region, locale))}
      />
      <TextArea {...named('areas')} hint={hint('lines')} optional={optional} dir="auto" rows={3} />
      <CheckboxGroup
        {...props}
        name="targetGroups"
        choices={options(targetGroups, (group) => t(`targetGroups.${group}`))}
      />
    </>
  );
}

/** What it is about in the Convention. */
function SubjectFields({ topics, ...props }: FormProps & Pick<Props, 'topics'>) {
  const { locale, t } = props;
  const { named, field, hint, optional } = fieldsOf(props);
  return (
    <>
      <h2 className="part">{t('assistance.parts.subject')}</h2>
      <TextField {...named('articles')} hint={hint('articles')} optional={optional} dir="ltr" />
      <CheckboxGroup
        {...props}
        name="categories"
        choices={options(categoryCodes, (category) => categoryName(category, locale))}
      />
      <CheckboxGroup {...props} name="topics" choices={topics} />
      <SelectField
        {...named('gender')}
        defaultValue={field('gender').defaultValue || 'none'}
        options={options(genderMarkers, (marker) => t(`assistance.genders.${marker}`))}
      />
    </>
  );
}

/** When it takes place, and in which form. */
function WhenFields(props: FormProps) {
  const { t } = props;
  const { named, hint, optional } = fieldsOf(props);
  return (
    <>
      <h2 className="part">{t('assistance.parts.when')}</h2>
      <SelectField
        {...named('status')}
        none="–"
        options={options(editableStatuses, (status) => t(`assistance.statuses.${status}`))}
      />
      <div className="in-line dates">
        <TextField
          {...named('from')}
          hint={hint('date')}
          optional={optional}
          className="date"
          dir="ltr"
        />
        <TextField
          {...named('until')}
          hint={hint('date')}
          optional={optional}
          className="date"
          dir="ltr"
        />
      </div>
      <TextField {...named('period')} optional={optional} dir="auto" />
      <SelectField
        {...named('delivery')}
        optional={optional}
        none="–"
        options={options(deliveryModes, (delivery) => t(`assistance.deliveries.${delivery}`))}
      />
    </>
  );
}

/** What was reported about it, and the sources. */
function SourceFields(props: FormProps) {
  const { t, form, errors } = props;
  const { named, field, hint, optional } = fieldsOf(props);
  return (
    <>
      <h2 className="part">{t('assistance.parts.sources')}</h2>
      <NumberRows t={t} form={form} errors={errors} />
      <TextField
        {...named('beneficiaries')}
        hint={hint('number')}
        optional={optional}
        className="date"
        dir="ltr"
        inputMode="numeric"
      />
      <DocumentRows t={t} form={form} errors={errors} />
      <TextField
        {...named('resolutions')}
        hint={hint('resolutions')}
        optional={optional}
        dir="ltr"
      />
      <TextField {...named('iati')} hint={hint('iati')} optional={optional} dir="ltr" />
      <SelectField
        {...named('funding')}
        defaultValue={field('funding').defaultValue || 'none'}
        options={options(fundingStatuses, (funding) => t(`assistance.fundings.${funding}`))}
      />
    </>
  );
}

/** The one form of an activity, for entering and for changing it. */
export function ActivityForm({ action, hidden, topics, organisations, unfound, ...props }: Props) {
  const { t } = props;
  return (
    <form method="post" action={action} noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <WhatFields {...props} />
      <NoteFields {...props} />
      <WhoFields {...props} organisations={organisations} unfound={unfound} />
      <SubjectFields {...props} topics={topics} />
      <WhenFields {...props} />
      <SourceFields {...props} />
      <div className="buttons">
        <button className="button">{t('assistance.save')}</button>
      </div>
    </form>
  );
}
