import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapeXml as inXml } from '#lib/documents/docx/xml';
import { escapeHtml as inHtml } from '#lib/documents/html/markup';
import { likePattern, escapeMarkup, escapePattern } from '#lib/text/escape';

const signs = fc.string({
  unit: fc.constantFrom(...'&<>"\'!%_.*+?^$()|[]{}\\a;\n\u007f'),
  maxLength: 12,
});

it('markup holds a text as it is written', () => {
  expect(escapeMarkup(`<b a="1">Côte d'Ivoire &amp;</b>`)).toBe(
    `&lt;b a=&quot;1&quot;&gt;Côte d'Ivoire &amp;amp;&lt;/b&gt;`,
  );
  expect(inHtml(`"d'Ivoire"\u0007\u007f\ud800`)).toBe('&quot;d&#39;Ivoire&quot;\ufffd\ufffd\ufffd');
  expect(inXml(`"d'Ivoire"\u0007\u007f\ud800`)).toBe("&quot;d'Ivoire&quot;\ufffd\u007f\ufffd");
});

it('a pattern finds the text to the letter, and nothing else', () => {
  fc.assert(
    fc.property(signs, signs, (text, other) => {
      const pattern = new RegExp(`^${escapePattern(text)}$`, 'u');
      expect(pattern.test(text)).toBe(true);
      expect(pattern.test(other)).toBe(text === other);
    }),
  );
});

it('SQL finds what contains the text, and nothing else', () => {
  const database = new Database(':memory:');
  const find = database.prepare("select ? like ? escape '!' as found");
  fc.assert(
    fc.property(signs, signs, signs, (before, text, after) => {
      expect(find.get(before + text + after, likePattern(text))).toEqual({ found: 1 });
      expect(find.get(before, likePattern(text))).toEqual({ found: Number(before.includes(text)) });
    }),
  );
  database.close();
});
