import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { locales, type Locale } from '#lib/convention/names';
import { messageFaults, type Allowed, type Messages } from '#tests/support/pages/message-faults';

const fromFile = <T>(path: string) => JSON.parse(readFileSync(path, 'utf8')) as T;

it('the six languages say the same things, each in its own words', () => {
  const messages = Object.fromEntries(
    locales.map((locale) => [locale, fromFile<Messages>(`messages/${locale}.json`)]),
  );
  const allowed = fromFile<Allowed>('tests/unit/cognates.json');
  expect(messageFaults(messages as Record<Locale, Messages>, allowed)).toEqual([]);
});

describe('a fault in a translation is found', () => {
  const sound: Record<Locale, Messages> = {
    en: {
      home: {
        title: 'Needs of {state}',
        count: '{n, plural, one {# need} other {# needs}}',
        range: '{from}–{to}',
      },
    },
    es: {
      home: {
        title: 'Necesidades de {state}',
        count: '{n, plural, one {# necesidad} other {# necesidades}}',
        range: '{from}–{to}',
      },
    },
    fr: {
      home: {
        title: 'Besoins de {state}',
        count: '{n, plural, one {# besoin} other {# besoins}}',
        range: '{from}–{to}',
      },
    },
    ru: {
      home: {
        title: 'Потребности: {state}',
        count:
          '{n, plural, one {# потребность} few {# потребности} many {# потребностей} other {# потребности}}',
        range: '{from}–{to}',
      },
    },
    ar: {
      home: {
        title: 'احتياجات {state}',
        count:
          '{n, plural, =0 {لا احتياجات} one {احتياج واحد} two {احتياجان} few {# احتياجات} many {# احتياجًا} other {# احتياج}}',
        range: '{from}–{to}',
      },
    },
    zh: {
      home: { title: '{state}的需要', count: '{n, plural, other {#项需要}}', range: '{from}–{to}' },
    },
  };
  const faults = (locale: Locale, changed: Messages, allowed: Allowed = {}) =>
    messageFaults(
      { ...sound, [locale]: { home: { ...(sound[locale].home as Messages), ...changed } } },
      allowed,
    );

  it('none in sound texts', () => {
    expect(messageFaults(sound, {})).toEqual([]);
  });

  it('a missing key and one that English lacks', () => {
    expect(
      messageFaults(
        { ...sound, fr: { home: { ...(sound.fr.home as Messages), more: 'Plus' } } },
        {},
      ),
    ).toEqual(['fr home.more is not in English']);
    expect(messageFaults({ ...sound, zh: {} }, {})).toEqual([
      'zh home.title is missing',
      'zh home.count is missing',
      'zh home.range is missing',
    ]);
  });

  it('a placeholder that is lost, renamed or swallowed by an apostrophe', () => {
    expect(faults('es', { title: 'Necesidades' })).toEqual([
      'es home.title fills in "", English "{state}"',
    ]);
    expect(faults('es', { title: 'Necesidades de {estado}' })).toEqual([
      'es home.title fills in "{estado}", English "{state}"',
    ]);
    expect(faults('fr', { title: `Besoins d'{state}` })).toEqual([
      'fr home.title fills in "", English "{state}"',
    ]);
    expect(faults('zh', { count: '{m, plural, other {#项需要}}' })).toEqual([
      'zh home.count fills in "{m}", English "{n}"',
    ]);
  });

  it('a choice that English makes and the translation does not know', () => {
    const choosing = (locale: Locale, kind: string): Messages => ({
      home: { ...(sound[locale].home as Messages), kind },
    });
    const found = (english: string, spanish: string) =>
      messageFaults(
        { ...sound, en: choosing('en', english), es: choosing('es', spanish) },
        {},
      ).filter((fault) => fault.startsWith('es'));
    expect(
      found('{kind, select, a {Alpha} other {Other}}', '{kind, select, b {Alfa} other {Otro}}'),
    ).toEqual(['es home.kind does not choose by {kind} between a']);
    expect(found('{kind, select, a {Alpha} other {Other}}', 'Tipo {kind}')).toEqual([
      'es home.kind does not choose by {kind} between a, other',
    ]);
    expect(found('Kind {kind}', 'Tipo {kind, select, a {alfa} other {{kind}}}')).toEqual([]);
  });

  it('a plural form that the language needs', () => {
    expect(
      faults('ru', { count: '{n, plural, one {# потребность} other {# потребности}}' }),
    ).toEqual([
      'ru home.count {n} has no plural form "many"',
      'ru home.count {n} has no plural form "few"',
    ]);
    expect(
      faults('ar', {
        count: '{n, plural, one {احتياج واحد} few {# احتياجات} many {# احتياجًا} other {# احتياج}}',
      }),
    ).toEqual([
      'ar home.count {n} has no plural form "zero"',
      'ar home.count {n} has no plural form "two"',
    ]);
    expect(faults('zh', { count: '{n, plural, =1 {一项需要}}' }).join()).toMatch(
      /^zh home\.count cannot be read/,
    );
  });

  it('an empty text and one that cannot be read', () => {
    expect(faults('fr', { range: ' ' })).toEqual([
      'fr home.range is empty',
      'fr home.range fills in "", English "{from} {to}"',
    ]);
    expect(faults('fr', { title: 'Besoins de {state' }).join()).toMatch(
      /^fr home\.title cannot be read/,
    );
  });

  it('a copy of the English text, or letters of another script, unless it is allowed', () => {
    expect(faults('fr', { title: 'Needs of {state}' })).toEqual([
      'fr home.title is not translated: "Needs of {state}"',
    ]);
    expect(faults('ru', { title: 'Besoins: {state}' })).toEqual([
      'ru home.title is not translated: "Besoins: {state}"',
    ]);
    expect(faults('ru', { title: 'Besoins: {state}' }, { ru: ['Besoins: {state}'] })).toEqual([]);
  });

  it('an allowance that nothing needs any more', () => {
    expect(messageFaults(sound, { fr: ['Article'] })).toEqual([
      'fr allows "Article", which no text says',
    ]);
  });
});
