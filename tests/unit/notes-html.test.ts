import { describe, expect, it } from 'vitest';
import { locales } from '#lib/convention/names';
import { noteDocument } from '#lib/documents/html/note-document';
import { elementId } from '#lib/documents/html/element-id';
import { annexHtml, noteHtml } from '#lib/documents/html/note-html';
import type { HtmlOptions } from '#lib/documents/html/html-options';
import { planted, runsOf, smallNote } from '#tests/support/factories/finished-note-small';
import { readMarkup } from '#tests/support/pages/read-markup';

const words = {
  back: 'Back to the text',
  marks: { held: 'held', typed: 'typed by hand', false: 'does not hold' },
};
const links: HtmlOptions = { links: 'register', base: '', labels: words };
const unlinked: HtmlOptions = { links: 'none', base: '', labels: { ...words, marks: null } };

describe('a note as HTML', () => {
  it.each(locales)(
    'is well-formed in %s, with each id once and no link within it that leads nowhere',
    (locale) => {
      const { elements } = readMarkup(noteHtml(smallNote(locale, { draft: true }), links));
      const ids = elements.flatMap(({ attributes: { id } }) => (id ? [id] : []));
      expect(ids.length).toBeGreaterThan(15);
      expect(new Set(ids).size).toBe(ids.length);
      const within = elements.flatMap(
        ({ attributes: { href = '', 'aria-labelledby': by = '' } }) => [
          ...(href.startsWith('#') ? [href.slice(1)] : []),
          ...by.split(' ').filter(Boolean),
        ],
      );
      expect(within.length).toBeGreaterThan(10);
      expect(within.filter((id) => !ids.includes(id))).toEqual([]);
    },
  );

  it('takes no text for markup, wherever it stands', () => {
    const note = { ...smallNote('en', { title: planted }), colophon: planted };
    for (const text of [noteHtml(note, links), noteDocument(note, links)]) {
      const { elements, text: said } = readMarkup(text);
      expect(elements.filter(({ name }) => name === 'script')).toEqual([]);
      expect(text.match(/<\/style>/g) ?? []).toHaveLength(text.startsWith('<!DOCTYPE') ? 1 : 0);
      expect(text.match(/<\/title>/g)).toHaveLength(text.startsWith('<!DOCTYPE') ? 3 : 2);
      expect(said.split(planted).length).toBeGreaterThan(3);
    }
  });

  it('keeps quotes within attributes', () => {
    const note = smallNote('en');
    const href = `/summaries/needs?tag="><script>'&region=AFR`;
    const [first] = note.blocks.filter((block) => block.kind === 'paragraph');
    const { elements } = readMarkup(
      noteHtml(
        {
          ...note,
          blocks: [{ ...first!, key: `"onload='x`, runs: [{ text: '1', value: `"'<`, href }] }],
        },
        links,
      ),
    );
    expect(
      elements.find(({ attributes }) => attributes.href?.includes('tag='))?.attributes,
    ).toEqual({ class: 'opens', href: `/en${href}`, 'data-value': `"'<` });
    expect(elements.find(({ attributes }) => attributes.class === 'numbered')?.attributes.id).toBe(
      'block-_22_onload_3d__27_x',
    );
  });

  it('says a symbol in its style sheet without leaving it', () => {
    const note = smallNote('en', { draft: true });
    const text = noteDocument(
      { ...note, head: { ...note.head, symbol: `"}</style><script>\\` } },
      links,
    );
    expect(text).toContain(
      '@top-left{content:"\\22 \\7d \\3c \\2f style\\3e \\3c script\\3e \\5c ";',
    );
    expect(readMarkup(text).elements.filter(({ name }) => name === 'script')).toEqual([]);
  });

  it('leads from each bound number to its needs, in the language of the note, or bears its name', () => {
    for (const locale of ['en', 'ar'] as const) {
      const note = smallNote(locale);
      const bound = runsOf(note).filter(({ value }) => value !== undefined);
      const found = (setting: HtmlOptions) =>
        readMarkup(noteHtml(note, setting)).elements.filter(
          ({ attributes }) => attributes['data-value'],
        );
      expect(bound.length).toBeGreaterThan(20);
      expect(
        found({ ...links, base: 'https://register.example' })
          .map(({ attributes, text }) => [attributes['data-value'], attributes.href, text])
          .toSorted(),
      ).toEqual(
        bound
          .map(({ value, href, text }) => [
            value,
            `https://register.example/${locale}${href}`,
            text,
          ])
          .toSorted(),
      );
      expect(
        found(unlinked)
          .map(({ name, attributes, text }) => [name, attributes['data-value'], text])
          .toSorted(),
      ).toEqual(bound.map(({ value, text }) => ['span', value, text]).toSorted());
    }
  });

  it('tells the marks of a draft in words, and bears none of them once it is finished', () => {
    const note = smallNote('en', { draft: true });
    const marked = readMarkup(noteHtml(note, links)).elements.filter(({ name }) => name === 'mark');
    expect(marked.map(({ attributes, text }) => [attributes.class, text])).toEqual([
      ['mark-held', '41 (held)'],
      ['mark-typed', '42 (typed by hand)'],
      ['mark-false', '43 false words (does not hold)'],
    ]);
    const finished = noteHtml(note, unlinked);
    expect(finished).not.toContain('<mark');
    expect(finished).toContain('<span data-mark="citation"> 4/1</span>');
  });

  it('leads from a footnote back to its first mark', () => {
    const text = noteHtml(smallNote('en'), links);
    expect(text.match(/href="#footnote-1"/g)).toHaveLength(2);
    expect(text.match(/id="mark-1"/g)).toHaveLength(1);
    expect(text.indexOf('id="mark-1"')).toBeLessThan(text.lastIndexOf('href="#footnote-1"'));
    expect(text).toContain('<a href="#mark-1" role="doc-backlink" aria-label="Back to the text">');
  });

  it('heads each table by a caption, each column and each row', () => {
    const { elements } = readMarkup(noteHtml(smallNote('en'), links));
    const count = (name: string) => elements.filter((element) => element.name === name).length;
    expect(count('table')).toBe(3);
    expect(count('caption')).toBe(3);
    expect(elements.filter(({ name, attributes }) => name === 'th' && !attributes.scope)).toEqual(
      [],
    );
    expect(
      elements.filter(({ name, attributes }) => name === 'th' && attributes.scope === 'row'),
    ).toHaveLength(count('tr') - 3);
  });

  it('has its annex as a document of its own, linked and folded beneath the page', () => {
    const note = smallNote('en');
    const address = '/en/notes/1/annex';
    const file = noteHtml(note, { ...links, annex: { address, isFolded: false } });
    const page = noteHtml(note, { ...links, annex: { address, isFolded: true } });
    for (const markup of [file, page]) expect(markup).toContain(`<a href="${address}">`);
    const definitions = note.annex.rows.map(({ value }) => `id="${elementId('value', value)}"`);
    expect(definitions.length).toBeGreaterThan(0);
    for (const definition of definitions) {
      expect(file).not.toContain(definition);
      expect(page.slice(page.indexOf('<details>'))).toContain(definition);
      expect(annexHtml(note)).toContain(definition);
    }
  });

  it('folds the table of a figure beneath its chart where it is told how to open it', () => {
    const labels = { ...links.labels, figureTable: 'The numbers as a table' };
    const markup = noteHtml(smallNote('en'), { ...links, labels });
    expect(markup.match(/<details><summary>The numbers as a table<\/summary>/gu)).toHaveLength(
      smallNote('en').blocks.filter(({ kind }) => kind === 'figure').length,
    );
  });
});

it('a document of its own says its language, direction and title, and loads and runs nothing', () => {
  for (const [locale, dir] of [
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['zh', 'ltr'],
  ] as const) {
    const note = smallNote(locale);
    const text = noteDocument(note, { ...links, base: 'https://register.example' });
    const { elements } = readMarkup(text);
    expect(text.startsWith('<!DOCTYPE html>\n')).toBe(true);
    expect(elements.find(({ name }) => name === 'html')?.attributes).toEqual({ lang: locale, dir });
    expect(elements.find(({ name }) => name === 'title')?.text).toBe(
      `${note.head.symbol} – ${note.head.title}`,
    );
    expect(
      elements.filter(
        ({ name, attributes }) =>
          ['script', 'link', 'img', 'iframe', 'object'].includes(name) ||
          attributes.src !== undefined ||
          Object.keys(attributes).some((key) => key.startsWith('on')),
      ),
    ).toEqual([]);
    expect(text).not.toMatch(/url\(|@import/);
  }
});
