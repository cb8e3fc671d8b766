import { errorOf, type FormError } from '#components/ui/error-summary';
import { Choice, ChoiceGroup, SelectField, TextField, type Option } from '#components/ui/field';
import { articlesOfChapter, articleTitle } from '#lib/convention/articles';
import { categoryCodes, categoryName } from '#lib/convention/categories';
import { chapterCodes, chaptersOfCycle, chapterTitle, cycles } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { regionCodes, regionName } from '#lib/convention/regions';
import { formatDate } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import { needStatuses } from '#lib/needs/fulfilment/vocabulary';
import type { SummaryParameters } from '#lib/counting/filter/page-query';
import type { ParameterName } from '#lib/counting/filter/parameters';
import {
  filterParameters,
  filterLists,
  type FilterParameter,
} from '#lib/counting/filter/vocabulary';

/** What can be chosen from the vocabulary. */
export type FilterChoices = Readonly<
  Record<'subcategory' | 'topic' | 'type' | 'tag', readonly Option[]>
>;
type Props = Readonly<{
  locale: Locale;
  t: Translate;
  asked: SummaryParameters;
  errors: readonly FormError[];
  /** The invalid values as they were typed. */
  typed: Readonly<Record<string, string>>;
  fixed: readonly ParameterName[];
  action: string;
  choices: FilterChoices;
  vocabularies: readonly string[];
}>;

type Options = Readonly<Record<Exclude<FilterParameter, 'priority'>, readonly Option[]>>;

const optionsOf = ({
  locale,
  t,
  asked,
  choices,
}: Pick<Props, 'locale' | 't' | 'asked' | 'choices'>): Options => ({
  region: regionCodes.map((region) => ({ value: region, label: regionName(region, locale) })),
  article: [
    ...asked.chapters
      .flatMap((chapter) => articlesOfChapter(chapter))
      .map((article) => ({
        value: String(article),
        label: `${article} · ${articleTitle(article, locale)}`,
      })),
    { value: 'general', label: t('list.general') },
  ],
  category: categoryCodes.map((category) => ({
    value: category,
    label: categoryName(category, locale),
  })),
  status: needStatuses.map((status) => ({
    value: status,
    label: t(`matches.statuses.${status}`),
  })),
  ...choices,
});

/** Each chapter, then those of a cycle together. */
const chapterOptions = (locale: Locale): Option[] => [
  ...chapterCodes.map((chapter) => ({
    value: chapter as string,
    label: `${chapter} · ${chapterTitle(chapter, locale)}`,
  })),
  ...cycles
    .map(chaptersOfCycle)
    .toReversed()
    .map((both) => ({
      value: both.join(','),
      label: both.map((chapter) => `${chapter} · ${chapterTitle(chapter, locale)}`).join(' + '),
    })),
];

/** Several values of one parameter, as one more choice. */
function combinedOption(options: readonly Option[], value: string): Option[] {
  if (!value.includes(',')) return [];
  const label = value
    .split(',')
    .map((code) => options.find((option) => option.value === code)?.label ?? code)
    .join(' + ');
  return [{ value, label }];
}

type NarrowingProps = Pick<Props, 't' | 'errors' | 'typed'> & Readonly<{ value: string }>;

const PriorityField = ({ t, errors, typed, value }: NarrowingProps) => (
  <TextField
    name="priority"
    label={t('seen.names.priority')}
    hint={t('seen.priorityHint')}
    inputMode="numeric"
    className="date"
    dir="ltr"
    defaultValue={typed.priority ?? value}
    error={errorOf(errors, 'priority')}
  />
);

const NarrowingField = ({
  t,
  errors,
  name,
  value,
  options,
}: Omit<NarrowingProps, 'typed'> &
  Readonly<{ name: FilterParameter; options: readonly Option[] }>) => (
  <SelectField
    name={name}
    label={t(`seen.names.${name}`)}
    none={t('list.any')}
    options={[...combinedOption(options, value), ...options]}
    defaultValue={value}
    error={errorOf(errors, name)}
  />
);

/** The regional groups, of which several can be chosen; none means all. */
const RegionField = ({
  t,
  errors,
  options,
  chosen,
}: Pick<NarrowingProps, 't' | 'errors'> &
  Readonly<{ options: readonly Option[]; chosen: readonly string[] }>) => (
  <ChoiceGroup
    name="region"
    label={t('seen.names.region')}
    hint={t('seen.regionHint')}
    error={errorOf(errors, 'region')}
  >
    {options.map(({ value, label }, at) => (
      <Choice
        key={value}
        kind="checkbox"
        name="region"
        id={at === 0 ? 'region' : `region-${value}`}
        value={value}
        label={label}
        defaultChecked={chosen.includes(value)}
      />
    ))}
  </ChoiceGroup>
);

/** The date whose vocabulary the needs are read in. */
function VocabularyField({
  locale,
  t,
  asked,
  errors,
  vocabularies,
}: Pick<Props, 'locale' | 't' | 'asked' | 'errors' | 'vocabularies'>) {
  const isOther = asked.vocabulary && !vocabularies.includes(asked.vocabulary);
  const dates = asked.vocabulary && isOther ? [asked.vocabulary, ...vocabularies] : vocabularies;
  if (dates.length === 0) return null;
  return (
    <SelectField
      name="vocabulary"
      label={t('terms.vocabulary')}
      none={t('terms.asCoded')}
      options={dates.map((date) => ({
        value: date,
        label: t('terms.ofDate', { date: formatDate(locale, date) }),
      }))}
      defaultValue={asked.vocabulary ?? ''}
      error={errorOf(errors, 'vocabulary')}
    />
  );
}

type FilterFieldProps = Pick<Props, 't' | 'errors' | 'typed' | 'asked'> &
  Readonly<{
    name: (typeof filterParameters)[number];
    options: ReturnType<typeof optionsOf>;
  }>;

/** The field of one parameter: regional groups as boxes, a priority as typed, others as a choice. */
function FilterField({ t, errors, typed, asked, name, options }: FilterFieldProps) {
  const value = asked[filterLists[name]].join(',');
  if (name === 'region')
    return <RegionField {...{ t, errors }} options={options.region} chosen={asked.regions} />;
  if (name === 'priority') return <PriorityField {...{ t, errors, typed, value }} />;
  return <NarrowingField {...{ t, errors, name, value }} options={options[name]} />;
}

/**
 * The form of the filter: a GET form, so that a filter has an address. Several values of one
 * parameter stay together as one choice.
 */
export function FilterForm({
  locale,
  t,
  asked,
  errors,
  typed,
  fixed,
  action,
  choices,
  vocabularies,
}: Props) {
  const options = optionsOf({ locale, t, asked, choices });
  return (
    <form method="get" action={action} className="filter-form" noValidate>
      <TextField
        name="cutoff"
        label={t('summaries.cutoff')}
        hint={t('summaries.cutoffHint')}
        className="date"
        dir="ltr"
        defaultValue={typed.cutoff ?? asked.cutoff ?? ''}
        error={errorOf(errors, 'cutoff')}
      />
      <SelectField
        name="chapter"
        label={t('summaries.chapter')}
        options={chapterOptions(locale)}
        defaultValue={asked.chapters.join(',')}
        error={errorOf(errors, 'chapter') ?? errorOf(errors, 'cycle')}
      />
      {filterParameters
        .filter((name) => !fixed.includes(name))
        .map((name) => (
          <FilterField key={name} {...{ t, errors, typed, asked, name, options }} />
        ))}
      <VocabularyField {...{ locale, t, asked, errors, vocabularies }} />
      {asked.revision === null ? null : (
        <input type="hidden" name="revision" value={asked.revision} />
      )}
      <div className="field">
        <button className="button second">{t('summaries.show')}</button>
      </div>
    </form>
  );
}
