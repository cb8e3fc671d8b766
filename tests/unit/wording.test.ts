import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { locales, type Locale } from '#lib/convention/names';
import { glossaryIn } from '#lib/text/glossary/glossary';
import type { Messages } from '#tests/support/pages/message-faults';
import { wordingFaults } from '#tests/support/pages/wording-faults';

const messagesOf = (locale: Locale) =>
  JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8')) as Messages;

describe('every text of a language', () => {
  it.each(locales)('has the words of its glossary and its typography: %s', (locale) => {
    expect(wordingFaults(locale, messagesOf(locale))).toEqual([]);
  });
});

it('the glossary has the same concepts in six languages, each with a word and a meaning', () => {
  const concepts = (locale: Locale) =>
    glossaryIn(locale)
      .map(({ concept }) => concept)
      .sort();
  for (const locale of locales) {
    expect(concepts(locale)).toEqual(concepts('en'));
    for (const { term, meaning, others } of glossaryIn(locale)) {
      expect(term.length * meaning.length).toBeGreaterThan(0);
      expect(others).toHaveLength(5);
    }
  }
});

describe('a fault is found', () => {
  const faults: readonly [Locale, string][] = [
    ['en', 'The summary is completed.'],
    ['en', 'You have "quoted" it'],
    ['en', 'At most 2,000 characters'],
    ['en', 'The article still owes an answer'],
    ['fr', 'La synthèse est prête'],
    ['fr', 'Pourquoi ?'],
    ['fr', 'Titre : texte'],
    ['fr', '« Citer »'],
    ['fr', "L'examen"],
    ['es', 'Pulse «Citar»'],
    ['es', 'Por qué?'],
    ['es', 'El punto focal'],
    ['ru', 'Сводки этого реестра'],
    ['ru', 'Статус – новый'],
    ['ru', 'Нажмите “Далее”'],
    ['ar', 'الملخص جاهز'],
    ['ar', 'أولا, ثانيا'],
    ['ar', 'مثلاً 2023-02-28'],
    ['ar', '{n, plural, one {# احتياج} two {احتياجان} other {# احتياج}}'],
    ['ar', 'اختر مادة'],
    ['zh', '末日'],
    ['zh', '文件, 行'],
    ['zh', '最多 10 行'],
    ['zh', '摘要已完成'],
  ];
  it.each(faults)('%s: %s', (locale, text) => {
    expect(wordingFaults(locale, { home: { text } })).not.toEqual([]);
  });
});
