import type { Activity } from '#lib/assistance/activities/vocabulary';
import { locales } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { foldText } from '#lib/text/folding';

/**
 * The text that search looks through: the words, partners and areas of an activity, and its States
 * by their names in six languages. Funding is left out.
 */
export const activitySearchText = (
  { title, description, translations = {}, period, partners, areas, states, resolutions }: Activity,
  organisation: string | null,
  reference: string,
): string =>
  foldText(
    [
      reference,
      title,
      description ?? '',
      ...Object.values(translations).map(({ text }) => text),
      period ?? '',
      organisation ?? '',
      ...partners,
      ...areas,
      ...resolutions,
      ...states.flatMap(({ code }) => [code, ...locales.map((locale) => stateName(code, locale))]),
    ].join(' '),
  );
