import type { Locale } from '#lib/convention/names';
import type { BoundValue } from '#lib/notes/model/vocabulary';

type Gender = 'masculine' | 'feminine' | 'neuter';
type Unit = 'needs' | 'states' | 'summaries' | 'mentions' | 'activities' | 'beneficiaries';

/** The genders of the nouns that are counted, in the languages whose numbers have one. */
const genders: Readonly<Partial<Record<Locale, Readonly<Record<Unit, Gender>>>>> = {
  es: {
    needs: 'feminine',
    states: 'masculine',
    summaries: 'masculine',
    mentions: 'feminine',
    activities: 'feminine',
    beneficiaries: 'masculine',
  },
  fr: {
    needs: 'masculine',
    states: 'masculine',
    summaries: 'masculine',
    mentions: 'feminine',
    activities: 'feminine',
    beneficiaries: 'masculine',
  },
  ru: {
    needs: 'feminine',
    states: 'neuter',
    summaries: 'neuter',
    mentions: 'neuter',
    activities: 'neuter',
    beneficiaries: 'masculine',
  },
};

/** The gender of what a value counts; null where it does not count what can stand in words. */
export function genderOf(locale: Locale, value: BoundValue): Gender | null {
  if (value.kind !== 'count' && value.kind !== 'assistance') return null;
  const unit = value.of === 'planned' ? 'activities' : value.of;
  return genders[locale]?.[unit] ?? 'masculine';
}
