import { locales, type Locale } from '#lib/convention/names';
import ar from './ar.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

/** The word for a concept in a language, what it means, and the words that do not stand for it. */
type Term = Readonly<{
  concept: string;
  term: string;
  meaning: string;
  not: readonly string[];
}>;
type Glossary = Readonly<{ terms: readonly Term[]; never: readonly string[] }>;

// A test checks that the six files have the same concepts, and that no message has another word.
const glossaries: Readonly<Record<Locale, Glossary>> = { ar, en, es, fr, ru, zh };

/** The concepts in a language, in its alphabetical order, each with its word in the others. */
export function glossaryIn(locale: Locale): readonly (Omit<Term, 'not'> & {
  others: readonly Readonly<{ locale: Locale; term: string }>[];
})[] {
  const wordIn = (other: Locale, concept: string) =>
    glossaries[other].terms.find((term) => term.concept === concept)!.term;
  const others = locales.filter((other) => other !== locale);
  return glossaries[locale].terms
    .map(({ concept, term, meaning }) => ({
      concept,
      term,
      meaning,
      others: others.map((other) => ({ locale: other, term: wordIn(other, concept) })),
    }))
    .sort((one, two) => one.term.localeCompare(two.term, locale));
}
