import type { ReactNode } from 'react';
import { errorOf, type FormError } from '#components/ui/error-summary';
import { Choice, ChoiceGroup, SelectField, TextField, type Option } from '#components/ui/field';
import { articleTitle } from '#lib/convention/articles';
import { categoryCodes, categoryName } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { regions } from '#lib/convention/regions';
import { needStatuses } from '#lib/needs/fulfilment/vocabulary';
import { listOf, textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';
import {
  countedUnits,
  dimensions,
  type ClaimKind,
  type BoundValueKind,
} from '#lib/notes/model/vocabulary';

export type BindingChoices = Readonly<
  Record<'subcategories' | 'topics' | 'types' | 'tags' | 'blocks' | 'themes', readonly Option[]>
> &
  Readonly<{ articles: readonly string[]; rows: readonly string[] }>;
export type Binding = Readonly<{
  locale: Locale;
  t: Translate;
  /** Tells the controls of two forms on one page apart. */
  prefix: string;
  choices: BindingChoices;
  form: FormFields;
  errors: readonly FormError[];
}>;

/** What every control is given: its name and id, its value, and what is wrong with it. */
export const fieldOf = ({ prefix, form, errors }: Binding, name: string, fallback = '') => ({
  name,
  id: `${prefix}${name}`,
  defaultValue: textOf(form, name) || fallback,
  error: errorOf(errors, name),
});

/**
 * Fields of some kinds of values or claims. The style sheet hides them while another kind is chosen,
 * in browsers that can tell.
 */
export const Only = ({
  of,
  children,
}: Readonly<{ of: readonly (BoundValueKind | ClaimKind)[]; children: ReactNode }>) => (
  <div className={`only ${of.map((kind) => `for-${kind}`).join(' ')}`}>{children}</div>
);
/** The kinds of values and claims that count needs. */
const countingKinds = [
  'count',
  'share',
  'ranking',
  'list',
  'previous',
  'place',
  'only',
  'none',
  'greater',
] as const;

const articleOptions = ({ locale, choices }: Binding): Option[] =>
  choices.articles.map((article) => ({
    value: article,
    label: `${article} · ${articleTitle(Number(article), locale)}`,
  }));

export const RegionChoices = ({
  name,
  label,
  ...binding
}: Binding & { name: string; label: string }) => (
  <ChoiceGroup
    name={name}
    id={`${binding.prefix}${name}`}
    label={label}
    error={errorOf(binding.errors, name)}
  >
    {regions.map(({ region, name: own }, at) => (
      <Choice
        key={region}
        kind="checkbox"
        name={name}
        id={at === 0 ? `${binding.prefix}${name}` : `${binding.prefix}${name}-${region}`}
        value={region}
        label={own[binding.locale]}
        defaultChecked={listOf(binding.form, name).includes(region)}
      />
    ))}
  </ChoiceGroup>
);

export const UnitField = (binding: Binding) => (
  <SelectField
    {...fieldOf(binding, 'of', 'needs')}
    label={binding.t('notes.block.of')}
    options={countedUnits.map((unit) => ({
      value: unit,
      label: binding.t(`notes.block.units.${unit}`),
    }))}
  />
);

export const DimensionField = ({
  name = 'over',
  none,
  ...binding
}: Binding & { name?: 'over' | 'each'; none?: string }) => (
  <SelectField
    {...fieldOf(binding, name, none === undefined ? 'article' : '')}
    label={binding.t(`notes.block.${name}`)}
    none={none}
    options={dimensions.map((dimension) => ({
      value: dimension,
      label: binding.t(`notes.block.dimensions.${dimension}`),
    }))}
  />
);

/**
 * Everything that can be ranked: regional groups, categories, articles and terms in one list, each
 * label beginning with its kind.
 */
export function ItemField({
  name,
  label,
  ...binding
}: Binding & { name: 'item' | 'items'; label: string }) {
  const { locale, t, choices } = binding;
  const under = (dimension: (typeof dimensions)[number], options: readonly Option[]): Option[] =>
    options.map((option) => ({
      ...option,
      label: `${t(`notes.block.dimensions.${dimension}`)} · ${option.label}`,
    }));
  const options = [
    ...under(
      'region',
      regions.map(({ region, name: own }) => ({ value: region, label: own[locale] })),
    ),
    ...under(
      'category',
      categoryCodes.map((code) => ({ value: code, label: categoryName(code, locale) })),
    ),
    ...under('article', articleOptions(binding)),
    ...under('subcategory', choices.subcategories),
    ...under('topic', choices.topics),
    ...under('type', choices.types),
  ];
  return (
    <SelectField
      {...fieldOf(binding, name)}
      label={label}
      none={t('notes.block.any')}
      options={options}
      multiple={name === 'items'}
      defaultValue={name === 'items' ? listOf(binding.form, name) : textOf(binding.form, name)}
      size={name === 'items' ? 8 : undefined}
    />
  );
}

type Filter = 'category' | 'subcategory' | 'topic' | 'type' | 'tag' | 'article' | 'row' | 'status';

const FilterField = ({
  name,
  options,
  ...binding
}: Binding & { name: Filter; options: readonly Option[] }) => (
  <SelectField
    {...fieldOf(binding, name)}
    label={binding.t(`notes.block.${name}`)}
    none={binding.t('notes.block.any')}
    options={options}
  />
);

/** Filters by the coding of a need. */
function CodingFilters(binding: Binding) {
  const { locale, choices } = binding;
  const categories = categoryCodes.map((code) => ({
    value: code,
    label: categoryName(code, locale),
  }));
  return (
    <>
      <FilterField {...binding} name="category" options={categories} />
      <FilterField {...binding} name="subcategory" options={choices.subcategories} />
      <FilterField {...binding} name="topic" options={choices.topics} />
      <FilterField {...binding} name="type" options={choices.types} />
      <FilterField {...binding} name="tag" options={choices.tags} />
    </>
  );
}

/** Filters by the articles of a need: that it names one, or its row in the matrix. */
function ProvisionFilters(binding: Binding) {
  const { t, choices } = binding;
  const articles = articleOptions(binding);
  const rows = choices.rows.map((row) => ({
    value: row,
    label: row === 'general' ? t('notes.block.general') : row,
  }));
  return (
    <>
      <FilterField {...binding} name="article" options={articles} />
      <FilterField {...binding} name="row" options={[...articles, ...rows]} />
    </>
  );
}

/** The filter of a count. */
export function FilterFields(binding: Binding) {
  const { t, form, prefix } = binding;
  const statuses = needStatuses.map((status) => ({
    value: status,
    label: t(`matches.statuses.${status}`),
  }));
  return (
    <fieldset className="narrowing">
      <legend>{t('notes.block.narrowing')}</legend>
      <Only of={countingKinds}>
        <RegionChoices {...binding} name="regions" label={t('notes.block.regions')} />
        <CodingFilters {...binding} />
        <ProvisionFilters {...binding} />
        <FilterField {...binding} name="status" options={statuses} />
      </Only>
      <Choice
        kind="checkbox"
        name="since"
        id={`${prefix}since`}
        value="yes"
        label={t('notes.block.since')}
        defaultChecked={textOf(form, 'since') === 'yes'}
      />
    </fieldset>
  );
}

export const NumberField = ({
  name,
  label,
  fallback,
  ...binding
}: Binding & { name: string; label: string; fallback?: string }) => (
  <TextField
    {...fieldOf(binding, name, fallback)}
    label={label}
    className="date"
    inputMode="numeric"
    dir="ltr"
  />
);
