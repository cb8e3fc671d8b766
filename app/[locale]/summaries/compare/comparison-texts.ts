import { regionName, regionShortName } from '#lib/convention/regions';
import type { Locale } from '#lib/convention/names';
import type { ComparisonResult } from '#lib/counting/comparisons/queries';
import type {
  ComparisonParameters,
  parseComparison,
} from '#lib/counting/comparisons/comparison-parameters';
import { formatDate, formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  asked: ComparisonParameters;
  compared: ComparisonResult;
}>;
type Fault = ReturnType<typeof parseComparison>['faults'][number];

/** What is wrong with the parameters, in words. */
export function errorsOf(t: Translate, faults: readonly Fault[], latest: number) {
  const nameOf = (name: Fault['name']) =>
    name === 'chapter' || name === 'cycle' ? t(`summaries.${name}`) : t(`compared.names.${name}`);
  return faults.map(({ name, value, why }) => ({
    field: name,
    text: t(`compared.faults.${why}`, { name: nameOf(name), value: value.slice(0, 40), latest }),
  }));
}

/** The two sides by date, with their revisions where these differ. */
function sideTexts({ locale, t, compared }: Props): readonly [string, string] {
  const first = compared.sides[0]!;
  const second = compared.sides[1]!;
  const text = ({ cutoff, revision }: typeof first) => {
    const date = formatDate(locale, cutoff);
    if (first.revision === second.revision) return t('compared.until', { date });
    return t('compared.untilAt', { date, revision: formatNumber(locale, revision) });
  };
  return [text(first), text(second)];
}

/** The heads of the two columns: regional groups, or the sides by date. */
export function headsOf(props: Props): readonly [first: string, second: string] {
  const { locale, asked } = props;
  const { region, against } = asked;
  if (!against || !region) return sideTexts(props);
  return [regionShortName(region, locale), regionShortName(against, locale)];
}

/** What is compared, as a sentence. */
export function comparisonSentence(props: Props): string {
  const { locale, t, asked } = props;
  const { region, against, cycle } = asked;
  const [first, second] = sideTexts(props);
  const values = {
    first,
    second,
    cycle: String(cycle),
    region: region ? regionName(region, locale) : t('compared.everywhere'),
  };
  if (!against || !region) return t('compared.said', values);
  return t('compared.saidRegions', { ...values, against: regionName(against, locale) });
}
