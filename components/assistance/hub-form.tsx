import { fieldOf } from '#components/assistance/field-of';
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
import { hubKinds, activityLimits, themeName, themes } from '#lib/assistance/activities/vocabulary';
import { locales, type Locale } from '#lib/convention/names';
import { regionCodes, regionName } from '#lib/convention/regions';
import { listOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  action: string;
  hidden: Readonly<Record<string, string>>;
  form: FormFields;
  errors: readonly FormError[];
  parents: readonly Option[];
  unfound: Readonly<Record<'states' | 'location', readonly Unfound[]>>;
}>;

type FormProps = Pick<Props, 'locale' | 't' | 'form' | 'errors'>;
type Named =
  | 'kind'
  | 'name'
  | 'description'
  | 'language'
  | 'parent'
  | 'startedOn'
  | 'endedOn'
  | 'location'
  | 'states'
  | 'areas';

/** The name, value and label of a field. */
const namedIn = ({ t, form, errors }: FormProps) => {
  const field = fieldOf(form, errors);
  return (name: Named) => ({ ...field(name), label: t(`hubs.fields.${name}`) });
};

/** A group of checkboxes. */
const CheckboxGroup = ({
  t,
  form,
  errors,
  name,
  choices,
}: FormProps & Readonly<{ name: 'themes' | 'regions'; choices: readonly Option[] }>) => (
  <ChoiceGroup
    name={name}
    label={t(`hubs.fields.${name}`)}
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

/** Since when and until when the hub works. */
function PeriodFields(props: FormProps) {
  const { t } = props;
  const named = namedIn(props);
  const optional = t('assistance.optional');
  return (
    <>
      <TextField
        {...named('startedOn')}
        hint={t('hubs.hintPeriod')}
        optional={optional}
        className="date"
        dir="ltr"
      />
      <TextField
        {...named('endedOn')}
        hint={t('hubs.hintPeriod')}
        optional={optional}
        className="date"
        dir="ltr"
      />
    </>
  );
}

/** Where the hub is, whom it serves and with what. */
function ReachFields({ unfound, ...props }: FormProps & Pick<Props, 'unfound'>) {
  const { locale, t } = props;
  const named = namedIn(props);
  const optional = t('assistance.optional');
  return (
    <>
      <StatesField
        t={t}
        {...named('location')}
        unfound={unfound.location}
        one
        optional={optional}
      />
      <StatesField t={t} {...named('states')} unfound={unfound.states} optional={optional} />
      <CheckboxGroup
        {...props}
        name="regions"
        choices={regionCodes.map((region) => ({
          value: region,
          label: regionName(region, locale),
        }))}
      />
      <TextArea
        {...named('areas')}
        hint={t('assistance.hints.lines')}
        optional={optional}
        dir="auto"
        rows={3}
      />
      <CheckboxGroup
        {...props}
        name="themes"
        choices={themes.map((theme) => ({ value: theme, label: themeName(theme, locale) }))}
      />
    </>
  );
}

/** The form that enters a hub or changes it. */
export function HubForm({ locale, t, action, hidden, form, errors, parents, unfound }: Props) {
  const optional = t('assistance.optional');
  const named = namedIn({ locale, t, form, errors });
  return (
    <form method="post" action={action} noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SelectField
        {...named('kind')}
        none="–"
        options={hubKinds.map((kind) => ({ value: kind, label: t(`hubs.kinds.${kind}`) }))}
      />
      <TextField {...named('name')} maxLength={activityLimits.name} dir="auto" />
      <TextArea
        {...named('description')}
        optional={optional}
        maxLength={activityLimits.description}
        dir="auto"
      />
      <SelectField
        {...named('language')}
        defaultValue={named('language').defaultValue || locale}
        options={locales.map((language) => ({
          value: language,
          label: languageNames[language],
          lang: language,
        }))}
      />
      <SelectField {...named('parent')} none="–" options={parents} optional={optional} />
      <PeriodFields {...{ locale, t, form, errors }} />
      <ReachFields {...{ locale, t, form, errors, unfound }} />
      <div className="buttons">
        <button className="button">{t('assistance.save')}</button>
      </div>
    </form>
  );
}
