import { SelectField, TextField, type Option } from '#components/ui/field';
import type {
  ActivityListParameters,
  ActivityFilterName,
} from '#lib/assistance/activities/list-parameters';
import type { Translate } from '#lib/text/i18n';

export type ActivityChoices = Readonly<
  Record<Exclude<ActivityFilterName, 'text'>, readonly Option[]>
>;
type Props = Readonly<{
  t: Translate;
  action: string;
  filter: ActivityListParameters;
  choices: ActivityChoices;
}>;

/** The search and the filters of the list: a GET form, so that a filtered list has an address. */
export function ActivityListForm({ t, action, filter, choices }: Props) {
  const names = Object.keys(choices) as (keyof ActivityChoices)[];
  return (
    <form
      method="get"
      action={action}
      role="search"
      aria-label={t('assistance.filter')}
      className="list-form"
    >
      <div className="in-line">
        <TextField
          name="text"
          type="search"
          label={t('assistance.filter')}
          hint={t('assistance.searchHint')}
          maxLength={200}
          defaultValue={filter.text ?? ''}
          dir="auto"
        />
        <button className="button">{t('assistance.show')}</button>
      </div>
      <details open={names.some((name) => filter[name] !== undefined)}>
        <summary>{t('list.filters')}</summary>
        <div className="list-choices">
          {names.map((name) => (
            <SelectField
              key={name}
              name={name}
              label={t(`assistance.fields.${name}`)}
              none={t('assistance.any')}
              options={choices[name]}
              defaultValue={filter[name] ?? ''}
            />
          ))}
        </div>
        <div className="buttons">
          <button className="button second">{t('assistance.show')}</button>
        </div>
      </details>
    </form>
  );
}
