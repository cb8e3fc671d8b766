import { describe, expect, it } from 'vitest';
import { locales, type Locale } from '#lib/convention/names';
import { parseMessage } from '#lib/notes/text/parse-message';
import { unboundClaims } from '#lib/notes/text/unbound-claims';
import sentences from '../fixtures/typed-sentences.json' with { type: 'json' };

const found = (text: string, locale: Locale) => unboundClaims(parseMessage(text)!, locale);

describe.each(locales)('twenty sentences typed in %s', (locale) => {
  const { claims, innocent } = sentences[locale];

  it('are ten claims and ten that claim nothing of the counts', () => {
    expect([claims.length, innocent.length]).toEqual([10, 10]);
  });

  it('have every claim found', () => {
    expect(claims.filter((text) => found(text, locale).length === 0)).toEqual([]);
  });

  // What is wrongly found is released by name with a reason, or is a citation.
  it('have one wrongly found: what the Conference asked of all States parties', () => {
    expect(innocent.filter((text) => found(text, locale).length > 0)).toEqual([innocent.at(-1)]);
  });
});

describe('words that claim more than the numbers beside them', () => {
  it.each([
    ['<c1>No need was identified by African States.</c1>', []],
    ['<q>All States parties shall take measures.</q>', []],
    ['African States identified more needs ({n1}) than {n2}.', ['more']],
    ['{n1, plural, =0 {No State identified needs.} other {# States did.}}', ['No']],
    ['At least {n1} States identified needs.', ['least']],
    ['Furthermore, almost nonetheless.', []],
  ])('%s', (text, words) => {
    expect(found(text, 'en')).toEqual(words);
  });
});
