import {
  DimensionField,
  fieldOf,
  ItemField,
  FilterFields,
  NumberField,
  Only,
  RegionChoices,
  UnitField,
  type Binding,
} from '#components/notes/binding-fields';
import { Choice, SelectField, TextField } from '#components/ui/field';
import { textOf } from '#lib/http/form';
import { shareBases, claimKinds, shareComparisons } from '#lib/notes/model/vocabulary';

type Props = Binding & Readonly<{ action: string; by: string; version: number; isOpen: boolean }>;

/** The rank of an item, counted from the most or the fewest. */
function PlaceFields(binding: Binding) {
  const { t } = binding;
  return (
    <Only of={['place']}>
      <ItemField {...binding} name="item" label={t('notes.block.item')} />
      <SelectField
        {...fieldOf(binding, 'order', 'most')}
        label={t('notes.block.order')}
        options={(['most', 'fewest'] as const).map((order) => ({
          value: order,
          label: t(`notes.block.orders.${order}`),
        }))}
      />
      <NumberField {...binding} name="place" label={t('notes.block.place')} fallback="1" />
    </Only>
  );
}

/** How a share compares with a percentage. */
function ShareFields(binding: Binding) {
  const { t } = binding;
  return (
    <Only of={['share']}>
      <SelectField
        {...fieldOf(binding, 'is', 'more')}
        label={t('notes.block.is')}
        options={shareComparisons.map((is) => ({
          value: is,
          label: t(`notes.block.ises.${is}`),
        }))}
      />
      <NumberField {...binding} name="percent" label={t('notes.block.percent')} />
      <SelectField
        {...fieldOf(binding, 'base', 'all')}
        label={t('notes.block.base')}
        options={shareBases.map((base) => ({
          value: base,
          label: t(`notes.block.bases.${base}`),
        }))}
      />
    </Only>
  );
}

/** Whether no other item has the same rank. */
const AloneField = ({ t, prefix, form }: Binding) => (
  <Only of={['place']}>
    <Choice
      kind="checkbox"
      name="alone"
      id={`${prefix}alone`}
      value="yes"
      label={t('notes.block.alone')}
      defaultChecked={textOf(form, 'alone') === 'yes'}
    />
  </Only>
);

/** Adds a claim: what a sentence says besides its numbers. */
export function ClaimForm({ action, by, version, isOpen, ...binding }: Props) {
  const { t } = binding;
  return (
    <details className="act" open={isOpen}>
      <summary>{t('notes.block.addClaim')}</summary>
      <form method="post" action={action} className="by-kind" noValidate>
        <input type="hidden" name="by" value={by} />
        <input type="hidden" name="version" value={version} />
        <p className="prose">{t('notes.block.addClaimLead')}</p>
        <SelectField
          {...fieldOf(binding, 'kind', 'place')}
          label={t('notes.block.kind')}
          options={claimKinds.map((kind) => ({
            value: kind,
            label: t(`notes.block.claimKinds.${kind}`),
          }))}
        />
        <div className="in-line">
          <Only of={['share', 'none', 'greater']}>
            <UnitField {...binding} />
          </Only>
          <Only of={['place', 'only']}>
            <DimensionField {...binding} />
          </Only>
          <PlaceFields {...binding} />
          <ShareFields {...binding} />
          <Only of={['place', 'share']}>
            <DimensionField {...binding} name="each" none={t('notes.block.noEach')} />
          </Only>
        </div>
        <AloneField {...binding} />
        <Only of={['only']}>
          <ItemField {...binding} name="items" label={t('notes.block.items')} />
        </Only>
        <Only of={['released']}>
          <TextField
            {...fieldOf(binding, 'reason', '')}
            label={t('notes.block.releasedWhy')}
            maxLength={500}
          />
        </Only>
        <FilterFields {...binding} />
        <Only of={['greater']}>
          <RegionChoices {...binding} name="thanRegions" label={t('notes.block.thanRegions')} />
        </Only>
        <div className="buttons">
          <button className="button second">{t('notes.block.addClaimButton')}</button>
        </div>
      </form>
    </details>
  );
}
