import { unitName, units } from '#lib/assistance/activities/units';
import { locales } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { folded } from '#lib/text/folding';

/** One number of each form that plurals take in the six languages. */
const ofEachForm = [1, 2, 5, 11, 100] as const;

const meanings = new Map(
  units.flatMap((unit) => [
    [folded(unit), unit] as const,
    ...locales.flatMap((locale) =>
      ofEachForm.map((count) => [folded(unitName(translator(locale), unit, count)), unit] as const),
    ),
  ]),
);

/**
 * The unit that a text means in any of the six languages, singular or plural, or by its code; else
 * the text itself.
 */
export const unitMeant = (text: string): string => meanings.get(folded(text)) ?? text;
