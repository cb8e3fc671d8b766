import type { Option } from '#components/ui/field';
import type { ActivityChoices } from '#components/assistance/activity-list-form';
import {
  openStatus,
  openStatuses,
  type ActivityListParameters,
  type ActivityFilterName,
} from '#lib/assistance/activities/list-parameters';
import { activityKinds, themeName, themes } from '#lib/assistance/activities/vocabulary';
import { activityStatuses } from '#lib/needs/fulfilment/vocabulary';
import { articles, articleTitle } from '#lib/convention/articles';
import { categoryCodes, categoryName } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { regionCodes, regionName } from '#lib/convention/regions';
import { stateName } from '#lib/convention/states';
import { formatChoice } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Available = Readonly<{
  states: readonly string[];
  providers: readonly Readonly<{ id: string; name: string }>[];
}>;

const options = <T extends string>(codes: readonly T[], label: (code: T) => string): Option[] =>
  codes.map((value) => ({ value, label: label(value) }));

/** The choices of the filters of the list, in the reader's language. */
export const activityChoices = (
  locale: Locale,
  t: Translate,
  { states, providers }: Available,
): ActivityChoices => ({
  theme: options(themes, (theme) => themeName(theme, locale)),
  kind: options(activityKinds, (kind) => t(`assistance.kinds.${kind}`)),
  status: [
    ...options(activityStatuses, (status) => t(`assistance.statuses.${status}`)),
    {
      value: openStatus,
      label: formatChoice(
        locale,
        openStatuses.map((status) => t(`assistance.statuses.${status}`)),
      ),
    },
  ],
  state: options(states, (code) => stateName(code, locale)).toSorted((a, b) =>
    new Intl.Collator(locale).compare(a.label, b.label),
  ),
  region: options(regionCodes, (region) => regionName(region, locale)),
  article: articles.map(({ article }) => ({
    value: String(article),
    label: `${article} · ${articleTitle(article, locale)}`,
  })),
  category: options(categoryCodes, (category) => categoryName(category, locale)),
  provider: providers.map(({ id, name }) => ({ value: id, label: name })),
});

/** The text of a filter: the name of the code that it holds. */
export function filterText(
  locale: Locale,
  choices: ActivityChoices,
  filter: ActivityListParameters,
  name: ActivityFilterName,
): string {
  const value = filter[name] ?? '';
  if (name === 'text') return value;
  return (
    choices[name].find((option) => option.value === value)?.label ??
    (name === 'state' ? stateName(value, locale) : value)
  );
}
