import { unitName, units } from '#lib/assistance/activities/units';
import { locales } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { foldText } from '#lib/text/folding';

/** One number for each plural form of the six languages. */
const pluralSamples = [1, 2, 5, 11, 100] as const;

const unitsByName = new Map(
  units.flatMap((unit) => [
    [foldText(unit), unit] as const,
    ...locales.flatMap((locale) =>
      pluralSamples.map(
        (count) => [foldText(unitName(translator(locale), unit, count)), unit] as const,
      ),
    ),
  ]),
);

/**
 * The code of the unit that a text names in any of the six languages, singular or plural, or by its
 * code; otherwise the text itself.
 */
export const normaliseUnit = (text: string): string => unitsByName.get(foldText(text)) ?? text;
