import { ComparedNumbers } from '#components/notes/compared-numbers';
import { NeedDifference, type FieldDifference } from '#components/needs/need-difference';
import { SelectField } from '#components/ui/field';
import type { Locale } from '#lib/convention/names';
import { diffTexts } from '#lib/needs/model/text-diff';
import type { EditionComparison } from '#lib/notes/comparison/compare-queries';
import type { ComparedBlock } from '#lib/notes/comparison/compare-snapshots';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{ locale: Locale; t: Translate; compared: EditionComparison }>;

/** Chooses the edition to compare with. */
export const EditionPicker = ({
  t,
  chosen,
  editions,
}: Readonly<{
  t: Translate;
  chosen: string;
  editions: readonly Readonly<{ id: string; symbol: string }>[];
}>) => (
  <form method="get" className="in-line">
    <SelectField
      name="with"
      label={t('notes.compare.with')}
      defaultValue={chosen}
      options={editions.map(({ id, symbol }) => ({ value: id, label: symbol }))}
    />
    <div className="buttons">
      <button className="button second">{t('notes.compare.show')}</button>
    </div>
  </form>
);

/** The address of the comparison of the needs that the two editions count. */
function comparisonPath({ locale, compared: { first, second, revisions } }: Props): string {
  const query = [
    `chapter=${second.chapters[0]}`,
    `since=${first.cutoff}`,
    `sinceRevision=${revisions[0]}`,
    `cutoff=${second.cutoff}`,
    `revision=${revisions[1]}`,
  ].join('&');
  return `/${locale}/summaries/compare?${query}`;
}

/** The numbers that differ, with a link to the needs behind them. */
export function NumbersSection(props: Props) {
  const { locale, t, compared } = props;
  return (
    <>
      <h2>{t('notes.compare.numbers')}</h2>
      {compared.numbers.length === 0 ? (
        <p>{t('notes.compare.same')}</p>
      ) : (
        <>
          <ComparedNumbers locale={locale} t={t} numbers={compared.numbers} />
          <p>
            <a href={comparisonPath(props)}>{t('notes.compare.needs')}</a>
          </p>
        </>
      )}
    </>
  );
}

/** How a block differs: what was added and deleted, or the edition that alone has it. */
function blockDifference({ locale, t, compared }: Props, block: ComparedBlock): FieldDifference {
  const { key, before, after } = block;
  const onlyIn = (symbol: string, text: string): FieldDifference => ({
    field: symbol,
    term: t('notes.compare.only', { symbol }),
    language: locale,
    stretches: [{ kind: 'same', text }],
  });
  if (before === null) return onlyIn(compared.second.symbol, after ?? '');
  if (after === null) return onlyIn(compared.first.symbol, before);
  return {
    field: key,
    term: t('notes.compare.changed'),
    language: locale,
    stretches: diffTexts(before, after, locale),
  };
}

/** The blocks whose text differs. */
export function BlocksSection({
  nameOf,
  ...props
}: Props & Readonly<{ nameOf: (block: ComparedBlock) => string }>) {
  const { t, compared } = props;
  const changed = compared.blocks.filter(({ before, after }) => before !== after);
  return (
    <>
      <h2>{t('notes.compare.changed')}</h2>
      {changed.length === 0 ? (
        <p>{t('notes.compare.same')}</p>
      ) : (
        changed.map((block) => (
          <section key={block.key}>
            <h3>{nameOf(block)}</h3>
            <NeedDifference t={t} differences={[blockDifference(props, block)]} />
          </section>
        ))
      )}
    </>
  );
}
