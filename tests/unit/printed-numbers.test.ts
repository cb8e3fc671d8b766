import { describe, expect, it } from 'vitest';
import { passagesOf } from '#lib/files/source/passages';
import { printedNumber } from '#lib/files/source/printed-number';

describe('the printed number of a paragraph is known in every layout', () => {
  it.each([
    ['41. The needs', '41', 'The needs'],
    ['(41) The needs', '41', 'The needs'],
    ['41) The needs', '41', 'The needs'],
    ['3.6. Technical assistance', '3.6', 'Technical assistance'],
    ['3.6 Technical assistance', '3.6', 'Technical assistance'],
    ['2.1.4 Bribery', '2.1.4', 'Bribery'],
    ['41.  «Quoted»', '41', '«Quoted»'],
    ['41- حُددت الاحتياجات', '41', 'حُددت الاحتياجات'],
    ['٤١- حُددت', '41', 'حُددت'],
    ['(٤١) حُددت', '41', 'حُددت'],
    ['۴۱. حُددت', '41', 'حُددت'],
    ['41 – حُددت', '41', 'حُددت'],
    ['41. 审议期间', '41', '审议期间'],
    ['41．审议期间', '41', '审议期间'],
    ['41、审议期间', '41', '审议期间'],
    ['（41）审议期间', '41', '审议期间'],
    ['４１．审议', '41', '审议'],
    ['41.审议', '41', '审议'],
    ['一、技术援助需求', '一', '技术援助需求'],
    ['（十二）良好做法', '十二', '良好做法'],
    ['41. В ходе обзора', '41', 'В ходе обзора'],
  ])('%s', (text, number, rest) => {
    expect(printedNumber(text)).toEqual({ number, rest, bare: false });
  });

  it.each([
    ['1.5 million dollars'],
    ['2023. It ended'],
    ['(a) Training'],
    ['(iv) Training'],
    ['10-year plan'],
    ['50 % of them'],
    ['41'],
    ['41.'],
    ['In 41. the'],
    ['2023 was the year'],
    ['3rd cycle'],
    ['十二人'],
    ['1,000 officers'],
    [''],
  ])('%s has none', (text) => {
    expect(printedNumber(text)).toBeUndefined();
  });

  it('a number alone counts only among others that follow on', () => {
    const numbers = (...texts: string[]) =>
      passagesOf(texts.map((text) => ({ page: null, text }))).passages.map(
        ({ number, text }) => `${number ?? '-'}|${text}`,
      );
    expect(
      numbers(
        '40 The first.',
        'Between.',
        '41 The second.',
        '12 Officers were trained.',
        '42 The third.',
      ),
    ).toEqual([
      '40|The first.',
      '-|Between.',
      '41|The second.',
      '-|12 Officers were trained.',
      '-|42 The third.',
    ]);
    expect(numbers('41 States took part.')).toEqual(['-|41 States took part.']);
    expect(numbers('41. The first.', '42 The second.')).toEqual([
      '41|The first.',
      '42|The second.',
    ]);
  });
});

describe('a passage', () => {
  const of = (text: string) => passagesOf([{ page: 3, text }]);

  it('stands on one line, without its bullet, in composed letters', () => {
    expect(of(' •  Article 8:\n good   practices; ').passages).toEqual([
      { page: 3, number: null, text: 'Article 8: good practices;' },
    ]);
    expect(of('Re\u0301sume\u0301').passages[0]?.text).toBe('Résumé');
    expect(of(' \n\t ').passages).toEqual([]);
  });

  it('is cleaned of what no database keeps and of what turns the direction, and says how much that was', () => {
    expect(of('a\u0000b\u202ec\u2066d\u001be\ud800f')).toEqual({
      leftOut: 5,
      passages: [{ page: 3, number: null, text: 'abcde\ufffdf' }],
    });
    expect(of('soft\u00adhyphen \ufeffand mark\u200b')).toEqual({
      leftOut: 0,
      passages: [{ page: 3, number: null, text: 'softhyphen and mark' }],
    });
  });

  it('has the letters that shapes of a font stand for', () => {
    expect(of('ﺍﻟﺒﻨﺎء').passages[0]?.text).toBe('البناء');
    expect(of('第⼋条：公职⼈员').passages[0]?.text).toBe('第八条：公职人员');
    expect(of('ofﬁce').passages[0]?.text).toBe('office');
  });

  it('is refused where most of it cannot be read', () => {
    expect(() => of('\ufffd'.repeat(40))).toThrow('sourceUnreadable');
    expect(() => passagesOf([{ page: null, text: 'x'.repeat(2_000_001) }])).toThrow(
      'sourceTooLong',
    );
    expect(() =>
      passagesOf(Array.from({ length: 20_001 }, () => ({ page: null, text: 'x' }))),
    ).toThrow('sourceTooLong');
  });
});
