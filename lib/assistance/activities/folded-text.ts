import type { Activity } from '#lib/assistance/activities/vocabulary';
import { locales } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { folded } from '#lib/text/folding';

/**
 * What an activity is found by: its words, partners and areas, and its States by their names in six
 * languages. Nothing of funding.
 */
export const searchTextOf = (
  { title, description, period, partners, areas, states, resolutions }: Activity,
  organisation: string | null,
  reference: string,
): string =>
  folded(
    [
      reference,
      title,
      description ?? '',
      period ?? '',
      organisation ?? '',
      ...partners,
      ...areas,
      ...resolutions,
      ...states.flatMap(({ code }) => [code, ...locales.map((locale) => stateName(code, locale))]),
    ].join(' '),
  );
