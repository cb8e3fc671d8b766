import { expect, it } from 'vitest';
import { foldText } from '#lib/text/folding';

const cases: readonly (readonly [string, string])[] = [
  ['  Élaboration\n d’une  POLITIQUE ', "elaboration d'une politique"],
  ['Año, œuvre, Straße', 'ano, oeuvre, strasse'],
  ['Счётная палата, Йод', 'счетная палата, йод'],
  ['إنشاء أُسس آلية', 'انشا اسس اليه'],
  ['ٱلْمَسْؤُولِيَّة', 'المسووليه'],
  ['هيئة مستوى', 'هييه مستوي'],
  ['الـــفساد ١٢٣ ۴۵', 'الفساد 123 45'],
  ['ﻻ ﷲ', 'لا الله'],
  ['第９条　ＡＢＣ', '第9条 abc'],
  ['ISTANBUL İ', 'istanbul i'],
  ['', ''],
];

it.each(cases)('%s is folded to %s', (text, expected) => {
  expect(foldText(text)).toBe(expected);
});

it('what is folded stays as it is when folded again', () => {
  for (const [text] of cases) expect(foldText(foldText(text))).toBe(foldText(text));
});
