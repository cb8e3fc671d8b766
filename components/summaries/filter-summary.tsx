import { comma, filterParts, type FilterNames } from '#components/summaries/filter-text';
import { FilterForm, type FilterChoices } from '#components/summaries/filter-form';
import type { FormError } from '#components/ui/error-summary';
import { formatDate } from '#lib/text/format';
import type { SummaryParameters } from '#lib/counting/filter/page-query';
import type { ParameterName } from '#lib/counting/filter/parameters';

export type FilterSummaryProps = FilterNames &
  Readonly<{
    asked: SummaryParameters;
    chapter: string;
    day: string;
    revision: number;
    errors: readonly FormError[];
    typed: Readonly<Record<string, string>>;
    /** The parameters that the page itself sets, which cannot be taken off it. */
    fixed: readonly ParameterName[];
    action: string;
    choices: FilterChoices;
    /** The dates on which the vocabulary changed. */
    vocabularies: readonly string[];
    /** The address of the page without these parts of the filter. */
    without: (...names: readonly ParameterName[]) => string;
  }>;

/** Returns the filter as one sentence. */
export function filterSentence({
  locale,
  t,
  nameOf,
  asked,
  chapter,
  day,
}: Pick<FilterSummaryProps, 'locale' | 't' | 'nameOf' | 'asked' | 'chapter' | 'day'>): string {
  const parts = filterParts({ locale, t, nameOf }, asked).map(({ text }) => text);
  const filters = [
    t('seen.chapters', { chapter }),
    ...(asked.regions.length === 0 ? [t('seen.allRegions')] : []),
    ...parts,
  ].join(comma(locale));
  return t('seen.said', { date: formatDate(locale, asked.cutoff ?? day), filters });
}

type Part = Readonly<{ name: ParameterName; value: string }>;

/** The parts of the filter that can be taken off. */
function removableParts({ locale, t, nameOf, asked, fixed }: FilterSummaryProps): Part[] {
  return [
    ...(asked.cutoff ? [{ name: 'cutoff' as const, value: formatDate(locale, asked.cutoff) }] : []),
    ...(asked.revision === null
      ? []
      : [{ name: 'revision' as const, value: String(asked.revision) }]),
    ...(asked.vocabulary
      ? [
          {
            name: 'vocabulary' as const,
            value: t('terms.ofDate', { date: formatDate(locale, asked.vocabulary) }),
          },
        ]
      : []),
    ...filterParts({ locale, t, nameOf }, asked),
  ].filter(({ name }) => !fixed.includes(name));
}

/** The parts of the filter, each with the link that takes it off. */
const RemovableParts = ({
  t,
  parts,
  without,
}: Pick<FilterSummaryProps, 't' | 'without'> & { parts: readonly Part[] }) => (
  <nav aria-label={t('seen.narrowed')} className="list-filters">
    <ul>
      {parts.map(({ name, value }) => (
        <li key={name}>
          <span>
            {t(`seen.names.${name}`)}: <bdi>{value}</bdi>
          </span>{' '}
          <a
            href={without(name)}
            aria-label={t('list.removeWhat', { name: t(`seen.names.${name}`), value })}
          >
            {t('list.remove')}
          </a>
        </li>
      ))}
      {parts.length > 1 ? (
        <li>
          <a href={without(...parts.map(({ name }) => name))}>{t('list.removeAll')}</a>
        </li>
      ) : null}
    </ul>
  </nav>
);

/**
 * The filter of the page as one sentence, with links that take its parts off and the form that
 * changes it.
 */
export function FilterSummary(props: FilterSummaryProps) {
  const {
    locale,
    t,
    nameOf,
    asked,
    chapter,
    day,
    revision,
    errors,
    typed,
    fixed,
    action,
    choices,
    vocabularies,
    without,
  } = props;
  const removable = removableParts(props);
  return (
    <div className="said">
      <p>
        {filterSentence({ locale, t, nameOf, asked, chapter, day })}{' '}
        <span className="note">{t('summaries.asOf', { revision })}</span>
      </p>
      {asked.revision === null ? null : (
        <p className="note">{t('seen.pinned', { revision: asked.revision })}</p>
      )}
      {removable.length > 0 ? <RemovableParts t={t} parts={removable} without={without} /> : null}
      <details open={errors.length > 0}>
        <summary>{t('seen.change')}</summary>
        <FilterForm
          t={t}
          locale={locale}
          asked={asked}
          errors={errors}
          typed={typed}
          fixed={fixed}
          action={action}
          choices={choices}
          vocabularies={vocabularies}
        />
      </details>
    </div>
  );
}
