import {
  DimensionField,
  fieldOf,
  ItemField,
  FilterFields,
  NumberField,
  Only,
  UnitField,
  type Binding,
} from '#components/notes/binding-fields';
import { SelectField, TextField } from '#components/ui/field';
import {
  assistanceUnits,
  shareBases,
  bindableKinds,
  editionFacts,
} from '#lib/notes/model/vocabulary';

type Props = Binding & Readonly<{ action: string; by: string; version: number; isOpen: boolean }>;

/** What is counted, and over which regional groups, categories or articles. */
function SubjectFields(binding: Binding) {
  const { t } = binding;
  return (
    <>
      <Only of={['count', 'share', 'previous']}>
        <UnitField {...binding} />
      </Only>
      <Only of={['ranking', 'list', 'place', 'name']}>
        <DimensionField {...binding} />
      </Only>
      <Only of={['place', 'name']}>
        <ItemField {...binding} name="item" label={t('notes.block.item')} />
      </Only>
      <Only of={['share']}>
        <SelectField
          {...fieldOf(binding, 'base', 'all')}
          label={t('notes.block.base')}
          options={shareBases.map((base) => ({
            value: base,
            label: t(`notes.block.bases.${base}`),
          }))}
        />
      </Only>
      <Only of={['previous']}>
        <SelectField
          {...fieldOf(binding, 'as', 'change')}
          label={t('notes.block.as')}
          options={(['before', 'change'] as const).map((as) => ({
            value: as,
            label: t(`notes.block.ases.${as}`),
          }))}
        />
      </Only>
    </>
  );
}

/** Which of the numbers, and how the sentence presents it. */
function PresentationFields(binding: Binding) {
  const { t } = binding;
  return (
    <>
      <Only of={['list']}>
        <SelectField
          {...fieldOf(binding, 'which', 'with')}
          label={t('notes.block.which')}
          options={(['with', 'without'] as const).map((which) => ({
            value: which,
            label: t(`notes.block.whichs.${which}`),
          }))}
        />
      </Only>
      <Only of={['ranking', 'place']}>
        <SelectField
          {...fieldOf(binding, 'order', 'most')}
          label={t('notes.block.order')}
          options={(['most', 'fewest'] as const).map((order) => ({
            value: order,
            label: t(`notes.block.orders.${order}`),
          }))}
        />
      </Only>
      <Only of={['ranking']}>
        <NumberField {...binding} name="from" label={t('notes.block.from')} fallback="1" />
        <NumberField {...binding} name="to" label={t('notes.block.to')} fallback="3" />
        <SelectField
          {...fieldOf(binding, 'say', 'both')}
          label={t('notes.block.say')}
          options={(['name', 'count', 'share', 'both'] as const).map((say) => ({
            value: say,
            label: t(`notes.block.says.${say}`),
          }))}
        />
      </Only>
    </>
  );
}

/** A number that is typed by hand, with its reason. */
function TypedFields(binding: Binding) {
  const { t } = binding;
  return (
    <Only of={['typed']}>
      <NumberField {...binding} name="number" label={t('notes.block.number')} />
      <TextField
        {...fieldOf(binding, 'reason')}
        label={t('notes.block.reason')}
        hint={t('notes.block.reasonHint')}
        dir="auto"
      />
    </Only>
  );
}

/** Values that are not counts of needs. */
function OtherFields(binding: Binding) {
  const { t, choices } = binding;
  return (
    <>
      <Only of={['reference']}>
        <SelectField
          {...fieldOf(binding, 'reference')}
          label={t('notes.block.reference')}
          none={t('notes.block.any')}
          options={choices.blocks}
        />
      </Only>
      <Only of={['edition']}>
        <SelectField
          {...fieldOf(binding, 'fact', 'cutoff')}
          label={t('notes.block.fact')}
          options={editionFacts.map((fact) => ({
            value: fact,
            label: t(`notes.block.facts.${fact}`),
          }))}
        />
      </Only>
      <Only of={['assistance', 'reported']}>
        <SelectField
          {...fieldOf(binding, 'assisted', 'activities')}
          label={t('notes.block.assisted')}
          options={assistanceUnits.map((unit) => ({
            value: unit,
            label: t(`notes.block.assistedUnits.${unit}`),
          }))}
        />
      </Only>
      <Only of={['assistance', 'assisted', 'reported']}>
        <SelectField
          {...fieldOf(binding, 'theme')}
          label={t('notes.block.theme')}
          none={t('notes.block.any')}
          options={choices.themes}
        />
      </Only>
      <TypedFields {...binding} />
    </>
  );
}

const narrowedKinds = [
  'count',
  'share',
  'ranking',
  'list',
  'previous',
  'place',
  'assistance',
  'assisted',
  'reported',
] as const;

/**
 * Adds a value: what a number or name in a sentence stands for. Fields that the chosen kind does not
 * need are ignored.
 */
export function BindForm({ action, by, version, isOpen, ...binding }: Props) {
  const { t } = binding;
  return (
    <details className="act" open={isOpen}>
      <summary>{t('notes.block.add')}</summary>
      <form method="post" action={action} className="by-kind" noValidate>
        <input type="hidden" name="by" value={by} />
        <input type="hidden" name="version" value={version} />
        <p className="prose">{t('notes.block.addLead')}</p>
        <SelectField
          {...fieldOf(binding, 'kind', 'count')}
          label={t('notes.block.kind')}
          options={bindableKinds.map((kind) => ({
            value: kind,
            label: t(`notes.block.kinds.${kind}`),
          }))}
        />
        <div className="in-line">
          <SubjectFields {...binding} />
          <PresentationFields {...binding} />
          <OtherFields {...binding} />
        </div>
        <Only of={narrowedKinds}>
          <FilterFields {...binding} />
        </Only>
        <div className="buttons">
          <button className="button second">{t('notes.block.addButton')}</button>
        </div>
      </form>
    </details>
  );
}
