import { describe, expect, it } from 'vitest';
import { categoryCodes } from '#lib/convention/categories';
import { locales, type Locale } from '#lib/convention/names';
import { codingGuide, guideLines } from '#lib/review/guide/vocabulary';
import { messageFaults, type Messages } from '#tests/support/pages/message-faults';
import { needTexts } from '#tests/support/factories/need-texts';
import { vocabulary } from '#tests/support/factories/vocabulary-rows';

const guides = Object.fromEntries(
  locales.map((locale) => [locale, codingGuide(locale)]),
) as unknown as Record<Locale, Messages>;
const codes = (terms: readonly Readonly<{ code: string }>[]) =>
  terms.map(({ code }) => code).sort();

describe('the coding guide', () => {
  it('says the same things in the six languages, each in its own words', () => {
    expect(messageFaults(guides, {})).toEqual([]);
  });

  it('has an entry for every category, subcategory, type and tag, and for nothing else', () => {
    for (const locale of locales) {
      const { categories, subcategories, types, tags } = codingGuide(locale);
      expect(Object.keys(categories)).toEqual(categoryCodes);
      expect(Object.keys(subcategories).sort()).toEqual(codes(vocabulary.subcategory));
      expect(Object.keys(types).sort()).toEqual(codes(vocabulary.type));
      expect(Object.keys(tags).sort()).toEqual(codes(vocabulary.tag));
    }
  });

  it('says for each what belongs there, gives an example and says what does not', () => {
    for (const locale of locales) {
      const { categories, subcategories } = codingGuide(locale);
      for (const [code, entry] of [
        ...Object.entries(categories),
        ...Object.entries(subcategories),
      ]) {
        const texts = Object.values(entry);
        expect(Object.keys(entry), `${locale} ${code}`).toEqual(
          code in categories
            ? ['belongs', 'example', 'second', 'not']
            : ['belongs', 'example', 'not'],
        );
        expect(new Set(texts).size, `${locale} ${code} says something twice`).toBe(texts.length);
      }
      const examples = Object.values(subcategories).map(({ example }) => example);
      expect(new Set(examples).size, `an example stands twice in ${locale}`).toBe(examples.length);
    }
  });

  it('shows in the form one line a code, short enough for a slow link', () => {
    for (const locale of locales) {
      for (const lines of Object.values(guideLines(locale)))
        for (const [code, line] of Object.entries(lines))
          expect(line.length, `${locale} ${code}`).toBeLessThan(170);
    }
  });

  it('takes no example from the needs that likeness is measured on', () => {
    const measured = new Set(needTexts.map(({ text }) => text));
    const examples = locales.flatMap((locale) =>
      Object.values(codingGuide(locale).subcategories).map(({ example }) => example),
    );
    expect(examples.filter((example) => measured.has(example))).toEqual([]);
  });
});
