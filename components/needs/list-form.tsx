import { columnName } from '#components/needs/need-columns';
import { Choice, SelectField, TextField, type Option } from '#components/ui/field';
import type { NeedsAsked } from '#lib/needs/lists/asked';
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
  asked: NeedsAsked;
  view?: ListView;
  /** What can be chosen from a list; a filter without a list is carried along. */
  choices: ListChoices;
  sorts: readonly ListSort[];
}>;

const chosenFromLists = [
  'chapter',
  'article',
  'category',
  'subcategory',
  'tag',
  'state',
  'review',
] as const;

/**
 * Search, filters, order and columns of the register list: a plain form whose answer is an address.
 */
export function ListForm({ t, action, asked, view, choices, sorts }: Props) {
  const lists = chosenFromLists.filter((name) => choices[name]);
  const carried = (['status', ...chosenFromLists] as const).filter(
    (name) => !choices[name] && asked[name],
  );
  return (
    <form method="get" action={action} role="search" className="list-form">
      {view ? <input type="hidden" name="show" value={view} /> : null}
      {carried.map((name) => (
        <input key={name} type="hidden" name={name} value={asked[name]} />
      ))}
      <div className="in-line">
        <TextField
          name="text"
          type="search"
          label={t('list.text')}
          hint={t('list.textHint')}
          maxLength={longestSearch}
          defaultValue={asked.text ?? ''}
          dir="auto"
        />
        <button className="button">{t('list.show')}</button>
      </div>
      <details>
        <summary>{t('list.filters')}</summary>
        <div className="list-choices">
          {lists.map((name) => (
            <SelectField
              key={name}
              name={name}
              label={t(`list.names.${name}`)}
              none={t('list.any')}
              options={choices[name]!}
              defaultValue={asked[name] ?? ''}
            />
          ))}
        </div>
        <div className="buttons">
          <button className="button second">{t('list.show')}</button>
        </div>
      </details>
      <details>
        <summary>{t('list.arrangement')}</summary>
        <SelectField
          name="sort"
          label={t('list.sort')}
          options={listSorts
            .filter((sort) => sorts.includes(sort))
            .map((sort) => ({ value: sort, label: t(`list.sorts.${sort}`) }))}
          defaultValue={asked.sort}
        />
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
                defaultChecked={asked.columns.includes(column)}
              />
            ))}
          </div>
        </fieldset>
        <div className="buttons">
          <button className="button second">{t('list.show')}</button>
        </div>
      </details>
    </form>
  );
}
