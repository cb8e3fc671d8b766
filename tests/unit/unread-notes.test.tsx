import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { UnreadNote, UnreadPages } from '#components/attachments/unread-notes';
import { locales } from '#lib/convention/names';
import type { Unread } from '#lib/files/limits';
import { translator } from '#lib/text/i18n';

const nothing: Unread = {
  page: 3,
  characters: 0,
  images: 0,
  notes: 0,
  numbers: 0,
  isEmpty: false,
};
const textOf = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

describe('what could not be read of a page', () => {
  it.each(locales)('is said there in %s, each kind with its number', (locale) => {
    const t = translator(locale);
    const noteOf = (unread: Partial<Unread>) =>
      textOf(renderToStaticMarkup(<UnreadNote t={t} unread={{ ...nothing, ...unread }} />));
    const kinds = ['characters', 'images', 'notes', 'numbers'] as const;
    const said = kinds.map((kind) => noteOf({ [kind]: 12 }));
    for (const text of said) expect(text).toMatch(/12/);
    expect(new Set([...said, noteOf({ isEmpty: true })]).size).toBe(5);
    for (const kind of kinds) expect(noteOf({ [kind]: 1 }), kind).not.toBe('');
    expect(noteOf({ images: 12, notes: 12 })).toBe(`${said[1]} ${said[2]}`);
  });

  it.each(locales)(
    'is listed page by page in %s, and of a text without pages for all of it',
    (locale) => {
      const t = translator(locale);
      const markup = textOf(
        renderToStaticMarkup(
          <UnreadPages
            t={t}
            unread={[
              { ...nothing, isEmpty: true },
              { ...nothing, page: null, notes: 2 },
            ]}
          />,
        ),
      );
      expect(markup).toBe(
        [
          t('source.unreadTitle'),
          t('source.pageNumber', { page: 3 }),
          t('source.unreadEmpty'),
          t('source.text'),
          t('source.unreadNotes', { count: 2 }),
        ].join(' '),
      );
      expect(renderToStaticMarkup(<UnreadPages t={t} unread={[]} />)).toBe('');
    },
  );
});
