import type { ReactNode } from 'react';
import { errorOf, type ShownError } from '#components/ui/error-summary';
import { Choice, ChoiceGroup, SelectField, TextField, type Option } from '#components/ui/field';
import { articleTitle } from '#lib/convention/articles';
import { categoryCodes, categoryName } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { regions } from '#lib/convention/regions';
import { needStatuses } from '#lib/needs/met/vocabulary';
import { listOf, textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';
import {
  countedUnits,
  dimensions,
  type ClaimKind,
  type ValueKind,
} from '#lib/notes/model/vocabulary';

export type BindingChoices = Readonly<
  Record<'subcategories' | 'topics' | 'types' | 'tags' | 'blocks' | 'themes', readonly Option[]>
> &
  Readonly<{ articles: readonly string[]; rows: readonly string[] }>;
export type Binding = Readonly<{
  locale: Locale;
  t: Translate;
  /** Keeps apart the controls of two forms of one page. */ prefix: string;
  choices: BindingChoices;
  form: FormFields;
  errors: readonly ShownError[];
}>;

export const given = ({ prefix, form, errors }: Binding, name: string, otherwise = '') => ({
  name,
  id: `${prefix}${name}`,
  defaultValue: textOf(form, name) || otherwise,
  error: errorOf(errors, name),
});

/**
 * What belongs to some kinds of values or claims alone: shown only while one of them is chosen,
 * where the browser can tell.
 */
export const Only = ({
  of,
  children,
}: Readonly<{ of: readonly (ValueKind | ClaimKind)[]; children: ReactNode }>) => (
  <div className={`only ${of.map((kind) => `for-${kind}`).join(' ')}`}>{children}</div>
);
const counting = [
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
    {...given(binding, 'of', 'needs')}
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
    {...given(binding, name, none === undefined ? 'article' : '')}
    label={binding.t(`notes.block.${name}`)}
    none={none}
    options={dimensions.map((dimension) => ({
      value: dimension,
      label: binding.t(`notes.block.dimensions.${dimension}`),
    }))}
  />
);

/**
 * Everything that can be named in an order: regional groups, categories, articles and terms in one
 * list, each under its heading's words.
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
  const articles = choices.articles.map((article) => ({
    value: article,
    label: `${article} · ${articleTitle(Number(article), locale)}`,
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
    ...under('article', articles),
    ...under('subcategory', choices.subcategories),
    ...under('topic', choices.topics),
    ...under('type', choices.types),
  ];
  return (
    <SelectField
      {...given(binding, name)}
      label={label}
      none={t('notes.block.any')}
      options={options}
      multiple={name === 'items'}
      defaultValue={name === 'items' ? listOf(binding.form, name) : textOf(binding.form, name)}
      size={name === 'items' ? 8 : undefined}
    />
  );
}

/** What narrows a count. */
export function NarrowingFields(binding: Binding) {
  const { locale, t, choices, form, prefix } = binding;
  const any = t('notes.block.any');
  const terms = (name: 'subcategory' | 'topic' | 'type' | 'tag', options: readonly Option[]) => (
    <SelectField
      {...given(binding, name)}
      label={t(`notes.block.${name}`)}
      none={any}
      options={options}
    />
  );
  const articles = choices.articles.map((article) => ({
    value: article,
    label: `${article} · ${articleTitle(Number(article), locale)}`,
  }));
  return (
    <fieldset className="narrowing">
      <legend>{t('notes.block.narrowing')}</legend>
      <Only of={counting}>
        <RegionChoices {...binding} name="regions" label={t('notes.block.regions')} />
        <SelectField
          {...given(binding, 'category')}
          label={t('notes.block.category')}
          none={any}
          options={categoryCodes.map((code) => ({
            value: code,
            label: categoryName(code, locale),
          }))}
        />
        {terms('subcategory', choices.subcategories)}
        {terms('topic', choices.topics)}
        {terms('type', choices.types)}
        {terms('tag', choices.tags)}
        <SelectField
          {...given(binding, 'article')}
          label={t('notes.block.article')}
          none={any}
          options={articles}
        />
        <SelectField
          {...given(binding, 'row')}
          label={t('notes.block.row')}
          none={any}
          options={[
            ...articles,
            ...choices.rows.map((row) => ({
              value: row,
              label: row === 'general' ? t('notes.block.general') : row,
            })),
          ]}
        />
        <SelectField
          {...given(binding, 'status')}
          label={t('notes.block.status')}
          none={any}
          options={needStatuses.map((status) => ({
            value: status,
            label: t(`matches.statuses.${status}`),
          }))}
        />
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
  otherwise,
  ...binding
}: Binding & { name: string; label: string; otherwise?: string }) => (
  <TextField
    {...given(binding, name, otherwise)}
    label={label}
    className="date"
    inputMode="numeric"
    dir="ltr"
  />
);
