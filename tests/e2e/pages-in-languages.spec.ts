import { locales, type Locale } from '#lib/convention/names';
import { campaign } from '#tests/support/run/campaign';
import { pagesByRole, emailOf, readers, type PagesByRole } from '#tests/support/pages/by-role';
import { expect, test } from '#tests/support/pages/fixture';
import { sender } from '#tests/support/pages/raw-requests';
import { translationsInto, untranslated, wordsOf } from '#tests/support/pages/messages';
import { startServer, type RunningServer } from '#tests/support/servers/server';

const inTurns = locales.filter((locale) => locale !== 'en' && locale !== 'ar');

/**
 * In the gate each page is read in Arabic and in one more language in turns: what a page says in
 * words of its own is left in English whatever the language. A campaign reads all of them.
 */
const isShown = (at: number, locale: Locale) =>
  campaign || locale === 'ar' || locale === inTurns[at % inTurns.length];

/**
 * Every page in every language, as the server sends it. Journeys are walked in English; that a
 * page says the same in the other languages, each fixed text shows here.
 */
test.describe('the pages in the six languages', () => {
  let server: RunningServer;
  let pages: PagesByRole;
  test.beforeAll(async () => {
    server = await startServer({ engine: 'sqlite', demonstration: true });
    pages = await pagesByRole(server.url);
  });
  test.afterAll(() => server?.stop());

  for (const reader of readers) {
    test(`say every label in the language of ${reader}, and nothing in English`, async () => {
      const person = await sender(server.url, emailOf(reader));
      const english = new Map<string, string>();
      for (const path of pages[reader]) {
        english.set(path, (await person.get(`/en${path}`)).text);
      }
      // A note is written in one language, which its pages show in whatever language they are.
      const textPath = pages[reader].find((path) => /^\/notes\/.*\/text$/.test(path)) ?? '';
      const noteText = wordsOf(english.get(textPath) ?? '');
      const ofNote = (path: string, what: string) =>
        path.startsWith('/notes/') && noteText.some((text) => what.endsWith(`: ${text}`));
      // Its terms are of the glossary of each language, not of its texts.
      const ofGlossary = (path: string, what: string) =>
        path === '/glossary' && what.startsWith('not said: ');
      for (const locale of locales) {
        const translations = translationsInto(locale);
        const faults: string[] = [];
        for (const [at, path] of pages[reader].entries()) {
          if (!isShown(at, locale)) continue;
          const { status, text } = await person.get(`/${locale}${path}`);
          const direction = locale === 'ar' ? 'rtl' : 'ltr';
          if (status >= 500) faults.push(`${path}: ${status}`);
          if (!text.includes(`<html lang="${locale}" dir="${direction}">`)) {
            faults.push(`${path}: not in ${locale}, ${direction}`);
          }
          if (!/<h1[^>]*>.*?\S.*?<\/h1>/s.test(text)) faults.push(`${path}: no heading`);
          if (locale === 'en') continue;
          const amiss = untranslated(text, english.get(path)!, translations).filter(
            (what) => !ofNote(path, what) && !ofGlossary(path, what),
          );
          faults.push(...amiss.map((what) => `${path} ${what}`));
        }
        expect(faults, locale).toEqual([]);
      }
    });
  }

  test('a text left in English, and one that is not said, would be seen', () => {
    const page = (label: string, title: string) =>
      `<html><body><h1>Any</h1><label>${label}</label><a title="${title}">A</a></body></html>`;
    const translations = new Map([
      ['Save draft', new Set(['Guardar borrador'])],
      ['Sign out', new Set(['Cerrar sesión'])],
    ]);
    const english = page('Save draft', 'Sign out');
    expect(untranslated(page('Guardar borrador', 'Cerrar sesión'), english, translations)).toEqual(
      [],
    );
    expect(untranslated(page('Guardar borrador', 'Sign out'), english, translations)).toEqual([
      'in English: Sign out',
      'not said: Sign out',
    ]);
    expect(untranslated(page('', 'Cerrar sesión'), english, translations)).toEqual([
      'not said: Save draft',
    ]);
  });
});
