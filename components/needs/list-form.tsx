import { columnName } from '#components/needs/need-columns';
import { Choice, SelectField, TextField, type Option } from '#components/ui/field';
import type { ListParameters } from '#lib/needs/lists/list-parameters';
import type { Translate } from '#lib/text/i18n';
import {
  listColumns,
  listSorts,
  longestSearch,
  type ListFilter,
  type ListSort,
  type ListView,
} from '#lib/needs/model/vocabulary';

export type ListChoices = Readonly<Partial<Record<ListFilter, readonly Option[]>>>;
type Props = Readonly<{
  t: Translate;
  action: string;
  query: ListParameters;
  view?: ListView;
  /** The options of each filter; a filter without options keeps its value in a hidden field. */
  choices: ListChoices;
  sorts: readonly ListSort[];
}>;

const selectFilters = [
  'chapter',
  'article',
  'category',
  'subcategory',
  'tag',
  'state',
  'review',
] as const;

const ShowButton = ({ t }: Pick<Props, 't'>) => (
  <div className="buttons">
    <button className="button second">{t('list.show')}</button>
  </div>
);

const Search = ({ t, query }: Pick<Props, 't' | 'query'>) => (
  <div className="in-line">
    <TextField
      name="text"
      type="search"
      label={t('list.text')}
      hint={t('list.textHint')}
      maxLength={longestSearch}
      defaultValue={query.text ?? ''}
      dir="auto"
    />
    <button className="button">{t('list.show')}</button>
  </div>
);

const Filters = ({ t, query, choices }: Pick<Props, 't' | 'query' | 'choices'>) => (
  <details>
    <summary>{t('list.filters')}</summary>
    <div className="list-choices">
      {selectFilters
        .filter((name) => choices[name])
        .map((name) => (
          <SelectField
            key={name}
            name={name}
            label={t(`list.names.${name}`)}
            none={t('list.any')}
            options={choices[name]!}
            defaultValue={query[name] ?? ''}
          />
        ))}
    </div>
    <ShowButton t={t} />
  </details>
);

const Columns = ({ t, query }: Pick<Props, 't' | 'query'>) => (
  <fieldset className="field">
    <legend>{t('list.columns')}</legend>
    <div className="options columns">
      {listColumns.map((column) => (
        <Choice
          key={column}
          kind="checkbox"
          id={`column-${column}`}
          name="column"
          value={column}
          label={columnName(t, column)}
          defaultChecked={query.columns.includes(column)}
        />
      ))}
    </div>
  </fieldset>
);

const Arrangement = ({ t, query, sorts }: Pick<Props, 't' | 'query' | 'sorts'>) => (
  <details>
    <summary>{t('list.arrangement')}</summary>
    <SelectField
      name="sort"
      label={t('list.sort')}
      options={listSorts
        .filter((sort) => sorts.includes(sort))
        .map((sort) => ({ value: sort, label: t(`list.sorts.${sort}`) }))}
      defaultValue={query.sort}
    />
    <Columns t={t} query={query} />
    <ShowButton t={t} />
  </details>
);

/** The filters that the form does not offer, kept as hidden fields. */
const HiddenFilters = ({ choices, query }: Pick<Props, 'choices' | 'query'>) =>
  (['status', ...selectFilters] as const)
    .filter((name) => !choices[name] && query[name])
    .map((name) => <input key={name} type="hidden" name={name} value={query[name]} />);

/** Search, filters, order and columns of the needs list, as a GET form. */
export function ListForm({ t, action, query, view, choices, sorts }: Props) {
  return (
    <form method="get" action={action} role="search" className="list-form">
      {view ? <input type="hidden" name="show" value={view} /> : null}
      <HiddenFilters choices={choices} query={query} />
      <Search t={t} query={query} />
      <Filters t={t} query={query} choices={choices} />
      <Arrangement t={t} query={query} sorts={sorts} />
    </form>
  );
}
