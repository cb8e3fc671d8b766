import {
  DimensionField,
  given,
  ItemField,
  NarrowingFields,
  NumberField,
  Only,
  UnitField,
  type Binding,
} from '#components/notes/binding-fields';
import { SelectField, TextField } from '#components/ui/field';
import { assistanceUnits, bases, boundKinds, editionFacts } from '#lib/notes/model/vocabulary';

type Props = Binding & Readonly<{ action: string; by: string; version: number; standing: boolean }>;

/** Of what, and over which of them. */
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
          {...given(binding, 'base', 'all')}
          label={t('notes.block.base')}
          options={bases.map((base) => ({
            value: base,
            label: t(`notes.block.bases.${base}`),
          }))}
        />
      </Only>
      <Only of={['previous']}>
        <SelectField
          {...given(binding, 'as', 'change')}
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

/** Which of the numbers, and how it is said. */
function SayingFields(binding: Binding) {
  const { t } = binding;
  return (
    <>
      <Only of={['list']}>
        <SelectField
          {...given(binding, 'which', 'with')}
          label={t('notes.block.which')}
          options={(['with', 'without'] as const).map((which) => ({
            value: which,
            label: t(`notes.block.whichs.${which}`),
          }))}
        />
      </Only>
      <Only of={['ranking', 'place']}>
        <SelectField
          {...given(binding, 'order', 'most')}
          label={t('notes.block.order')}
          options={(['most', 'fewest'] as const).map((order) => ({
            value: order,
            label: t(`notes.block.orders.${order}`),
          }))}
        />
      </Only>
      <Only of={['ranking']}>
        <NumberField {...binding} name="from" label={t('notes.block.from')} otherwise="1" />
        <NumberField {...binding} name="to" label={t('notes.block.to')} otherwise="3" />
        <SelectField
          {...given(binding, 'say', 'both')}
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

/** A number that no count gives, with its reason. */
function TypedFields(binding: Binding) {
  const { t } = binding;
  return (
    <Only of={['typed']}>
      <NumberField {...binding} name="number" label={t('notes.block.number')} />
      <TextField
        {...given(binding, 'reason')}
        label={t('notes.block.reason')}
        hint={t('notes.block.reasonHint')}
        dir="auto"
      />
    </Only>
  );
}

/** What stands for something else than a count of needs. */
function OtherFields(binding: Binding) {
  const { t, choices } = binding;
  return (
    <>
      <Only of={['reference']}>
        <SelectField
          {...given(binding, 'reference')}
          label={t('notes.block.reference')}
          none={t('notes.block.any')}
          options={choices.blocks}
        />
      </Only>
      <Only of={['edition']}>
        <SelectField
          {...given(binding, 'fact', 'cutoff')}
          label={t('notes.block.fact')}
          options={editionFacts.map((fact) => ({
            value: fact,
            label: t(`notes.block.facts.${fact}`),
          }))}
        />
      </Only>
      <Only of={['assistance', 'reported']}>
        <SelectField
          {...given(binding, 'assisted', 'activities')}
          label={t('notes.block.assisted')}
          options={assistanceUnits.map((unit) => ({
            value: unit,
            label: t(`notes.block.assistedUnits.${unit}`),
          }))}
        />
      </Only>
      <Only of={['assistance', 'assisted', 'reported']}>
        <SelectField
          {...given(binding, 'theme')}
          label={t('notes.block.theme')}
          none={t('notes.block.any')}
          options={choices.themes}
        />
      </Only>
      <TypedFields {...binding} />
    </>
  );
}

/**
 * The palette: what a number or name in a sentence can stand for. What a kind does not need is left
 * as it is.
 */
export function BindForm({ action, by, version, standing, ...binding }: Props) {
  const { t } = binding;
  return (
    <details className="act" open={standing}>
      <summary>{t('notes.block.add')}</summary>
      <form method="post" action={action} className="by-kind" noValidate>
        <input type="hidden" name="by" value={by} />
        <input type="hidden" name="version" value={version} />
        <p className="prose">{t('notes.block.addLead')}</p>
        <SelectField
          {...given(binding, 'kind', 'count')}
          label={t('notes.block.kind')}
          options={boundKinds.map((kind) => ({
            value: kind,
            label: t(`notes.block.kinds.${kind}`),
          }))}
        />
        <div className="in-line">
          <SubjectFields {...binding} />
          <SayingFields {...binding} />
          <OtherFields {...binding} />
        </div>
        <Only
          of={[
            'count',
            'share',
            'ranking',
            'list',
            'previous',
            'place',
            'assistance',
            'assisted',
            'reported',
          ]}
        >
          <NarrowingFields {...binding} />
        </Only>
        <div className="buttons">
          <button className="button second">{t('notes.block.addButton')}</button>
        </div>
      </form>
    </details>
  );
}
