import { SelectField, TextField } from '#components/ui/field';
import type { Translate } from '#lib/text/i18n';
import type { AuditFilter } from '#lib/people/audit/schema';
import { auditKinds } from '#lib/people/audit/vocabulary';

type Props = Readonly<{
  t: Translate;
  action: string;
  filter: AuditFilter;
  people: readonly Readonly<{ id: string; name: string; email: string }>[];
}>;

/** Chooses a person, a kind, the days, a network and a thing. */
export const AuditFilterForm = ({ t, action, filter, people }: Props) => (
  <form method="get" action={action} className="filter-form" noValidate>
    <SelectField
      name="person"
      label={t('audit.columns.person')}
      none={t('audit.all')}
      defaultValue={filter.person}
      options={people.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }))}
    />
    <SelectField
      name="kind"
      label={t('audit.columns.kind')}
      none={t('audit.all')}
      defaultValue={filter.kind}
      options={auditKinds.map((kind) => ({ value: kind, label: t(`audit.kinds.${kind}`) }))}
    />
    {(['from', 'until'] as const).map((name) => (
      <TextField
        key={name}
        name={name}
        label={t(`audit.${name}`)}
        hint={t('deadlines.dateHint')}
        className="date"
        dir="ltr"
        autoComplete="off"
        defaultValue={filter[name]}
      />
    ))}
    <TextField
      name="network"
      label={t('audit.columns.network')}
      defaultValue={filter.network}
      dir="ltr"
    />
    <TextField name="about" label={t('audit.about')} defaultValue={filter.about} dir="ltr" />
    <div className="field">
      <button className="button second">{t('audit.show')}</button>
    </div>
  </form>
);
