import { errorOf, type FormError } from '#components/ui/error-summary';
import { SelectField, TextField, type Option } from '#components/ui/field';
import { activityKinds, themeName, themes } from '#lib/assistance/activities/vocabulary';
import { articles, articleTitle } from '#lib/convention/articles';
import { categoryCodes, categoryName } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { regionCodes, regionName } from '#lib/convention/regions';
import { textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  planId: string;
  by: string;
  form: FormFields;
  errors: readonly FormError[];
}>;

/** What every control is given: its name, its value, and what is wrong with it. */
const fieldIn =
  ({ form, errors }: Pick<Props, 'form' | 'errors'>) =>
  (name: string) => ({
    name,
    defaultValue: textOf(form, name),
    error: errorOf(errors, name),
  });

const articleOptions = (locale: Locale, t: Translate): Option[] => [
  ...articles.map(({ article }) => ({
    value: String(article),
    label: `${article} · ${articleTitle(article, locale)}`,
  })),
  { value: 'general', label: t('list.general') },
];

/** The filter of the needs to add. */
function GatherFilters({ topics, ...props }: Props & { topics: readonly Option[] }) {
  const { locale, t } = props;
  const field = fieldIn(props);
  const none = t('list.any');
  return (
    <>
      <SelectField
        {...field('region')}
        label={t('unmet.region')}
        none={none}
        options={regionCodes.map((code) => ({ value: code, label: regionName(code, locale) }))}
      />
      <SelectField
        {...field('article')}
        label={t('unmet.article')}
        none={none}
        options={articleOptions(locale, t)}
      />
      <SelectField
        {...field('category')}
        label={t('unmet.category')}
        none={none}
        options={categoryCodes.map((code) => ({
          value: code,
          label: categoryName(code, locale),
        }))}
      />
      <SelectField {...field('topic')} label={t('seen.names.topic')} none={none} options={topics} />
    </>
  );
}

/** Adds unmet needs to the plan: all that match a filter, or one by its reference. */
export function GatherForm(props: Props & { topics: readonly Option[] }) {
  const { locale, t, planId, by } = props;
  return (
    <form method="post" action={`/${locale}/assistance/plans/${planId}/gather`} noValidate>
      <h2>{t('plans.gather')}</h2>
      <p className="hint">{t('plans.gatherLead')}</p>
      <input type="hidden" name="by" value={by} />
      <div className="filter-form">
        <GatherFilters {...props} />
        <TextField {...fieldIn(props)('reference')} label={t('plans.one')} dir="ltr" />
        <div className="field">
          <button className="button">{t('plans.add')}</button>
        </div>
      </div>
    </form>
  );
}

/** Turns the plan into an activity. */
export const MakeForm = ({ locale, t, planId, by, form, errors }: Props) => (
  <form
    method="post"
    action={`/${locale}/assistance/plans/${planId}/make`}
    noValidate
    className="narrow"
  >
    <h2>{t('plans.make')}</h2>
    <p className="hint">{t('plans.makeLead')}</p>
    <input type="hidden" name="by" value={by} />
    <SelectField
      {...fieldIn({ form, errors })('theme')}
      label={t('plans.theme')}
      none="–"
      options={themes.map((code) => ({ value: code, label: themeName(code, locale) }))}
    />
    <SelectField
      {...fieldIn({ form, errors })('kind')}
      label={t('plans.kind')}
      none="–"
      options={activityKinds.map((code) => ({ value: code, label: t(`assistance.kinds.${code}`) }))}
    />
    <div className="buttons">
      <button className="button second">{t('plans.make')}</button>
    </div>
  </form>
);
