import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contributorSchema } from '#lib/people/colleagues/schema';
import { needDraft, parseNeedFields } from '#lib/needs/model/schema';
import { cleanPasted, isStorable, normaliseLine, normaliseText } from '#lib/text/normalise';

it.each([
  ['a line break of Word', 'One\u000bTwo', 'One\nTwo'],
  ['a page break', 'One\u000cTwo', 'One\nTwo'],
  ['a line separator', 'One\u2028Two\u2029Three', 'One\nTwo\nThree'],
  ['line ends of Windows, of old systems and of mainframes', 'a\r\nb\rc\u0085d', 'a\nb\nc\nd'],
  ['NUL and other control characters', 'a\u0000b\u0008c\u001b\u007fd\u0092e', 'abcde'],
  [
    'a soft hyphen, and the optional hyphen of Word',
    'corrup\u00adtion, corrup\u001ftion',
    'corruption, corruption',
  ],
  ['the hyphen of Word that does not break', 'anti\u001ecorruption', 'anti-corruption'],
  ['the end of a cell in Word', 'a\u0007b', 'a\tb'],
  ['a byte order mark, a word joiner, a place of an object', '\ufeffa\u2060b\ufffc', 'ab'],
  ['noncharacters', 'a\ufffeb\uffff', 'ab'],
])('%s in pasted text becomes what was meant', (_what, pasted, meant) => {
  expect(normaliseText(pasted)).toBe(meant);
});

it('joiners and direction marks, no-break spaces and tabs stay', () => {
  for (const text of ['می\u200cخواهم', 'a\u200eb', '12\u00a0%', 'a\tb', 'क्\u200dष'])
    expect(normaliseText(text)).toBe(text.normalize('NFC'));
});

it('no pasted text is refused for a character that nobody sees, and cleaning twice changes nothing', () => {
  const codes = { subcategories: [], topics: [], types: [], tags: [] };
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const clean = cleanPasted(text);
      expect(isStorable(clean)).toBe(true);
      expect(cleanPasted(clean)).toBe(clean);
      for (const field of ['text', 'quote', 'paragraph'] as const) {
        const parsed = needDraft(codes).safeParse(parseNeedFields({ [field]: [text] }));
        expect(parsed.data?.[field]).toBe(normaliseText(text) || null);
      }
    }),
    { numRuns: 300 },
  );
});

it('a name that was pasted with line ends and tabs is one line', () => {
  expect(normaliseLine(' Ada\u000bLovelace\t of\u2028London ')).toBe('Ada Lovelace of London');
  const parsed = contributorSchema.safeParse({ name: 'Ada\u2028Lovelace', email: 'a@example.org' });
  expect(parsed.data?.name).toBe('Ada Lovelace');
});
