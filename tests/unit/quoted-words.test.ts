import { describe, expect, it } from 'vitest';
import { inNeedsSection } from '#lib/needs/attachments/needs-section';
import { findQuotes, type QuotingNeed } from '#lib/needs/attachments/quotes';
import { printedNumber } from '#lib/files/source/printed-number';

const source = [
  { page: 1, number: '1', text: 'Training of officers is under way.' },
  { page: 2, number: '41', text: 'Training of officers, and research.' },
  { page: 2, number: null, text: '(a) Model legislation;' },
];
const quoting = (
  id: string,
  quote: string,
  page: number | null = null,
  paragraph: string | null = null,
): QuotingNeed => ({ id, reference: null, quote, page, paragraph });
const words = (...needs: QuotingNeed[]) =>
  findQuotes(source, needs).flatMap((uses, i) =>
    uses.map(({ needId, start, end }) => `${i + 1} ${needId} ${source[i]!.text.slice(start, end)}`),
  );

describe('quoted words are found again', () => {
  it('whatever white space stands between them', () => {
    expect(words(quoting('a', '  officers,\n and\tresearch '))).toEqual([
      '2 a officers, and research',
    ]);
  });
  it('at the first place, unless page or paragraph say which', () => {
    expect(words(quoting('a', 'Training of officers'))).toEqual(['1 a Training of officers']);
    expect(words(quoting('a', 'Training of officers', 2))).toEqual(['2 a Training of officers']);
    expect(words(quoting('a', 'Training of officers', null, '41'))).toEqual([
      '2 a Training of officers',
    ]);
    expect(words(quoting('a', 'Training of officers', 9, '99'))).toEqual([
      '1 a Training of officers',
    ]);
  });
  it('over several paragraphs', () => {
    expect(words(quoting('a', 'research.\n(a) Model'))).toEqual(['2 a research.', '3 a (a) Model']);
  });
  it('for several needs, none within another', () => {
    expect(
      words(
        quoting('a', 'and research'),
        quoting('b', 'officers, and', 2),
        quoting('c', 'research.'),
      ),
    ).toEqual(['2 b officers, and', '2 a  research', '2 c .']);
    expect(words(quoting('a', 'Model legislation'), quoting('b', 'Model'))).toEqual([
      '3 a Model legislation',
    ]);
  });
  it('or not at all, where the source does not hold them', () => {
    expect(words(quoting('a', 'Something else'), quoting('b', ' '))).toEqual([]);
    expect(findQuotes([], [quoting('a', 'Training')])).toEqual([]);
  });
});

describe('the section on technical assistance needs', () => {
  const section = (...lines: string[]) => {
    const passages = lines.map((line) => {
      const printed = printedNumber(line);
      return { page: null, number: printed?.number ?? null, text: printed?.rest ?? line };
    });
    return inNeedsSection(passages)
      .map((inside) => (inside ? '+' : '-'))
      .join('');
  };
  it.each([
    [
      '2.4. Technical assistance needs identified to improve implementation',
      'The needs are these:',
      '(a) Training;',
      '3. Chapter V: asset recovery',
      'Text.',
    ],
    [
      '2.4. Besoins d’assistance technique recensés',
      'Les besoins suivants :',
      '(a) Formation;',
      '3. Chapitre V: recouvrement',
      'Texte.',
    ],
    [
      '2.4. Necesidades de asistencia técnica detectadas',
      'Las necesidades:',
      '(a) Formación;',
      '3. Capítulo V: recuperación',
      'Texto.',
    ],
    [
      '2.4. Потребности в технической помощи, выявленные в ходе обзора',
      'Потребности:',
      '(a) Обучение;',
      '3. Глава V: возвращение активов',
      'Текст.',
    ],
    ['2.4. 确定的技术援助需求', '需求如下：', '（a）培训；', '3. 第五章：资产的追回', '正文。'],
    [
      '2.4- الاحتياجات من المساعدة التقنية',
      'الاحتياجات هي:',
      '(أ) التدريب؛',
      '3- الفصل الخامس: استرداد الموجودات',
      'نص.',
    ],
  ])('begins after "%s" and ends with the next chapter', (...lines) => {
    expect(section(...lines)).toBe('-++--');
  });
  it('ends with the next section of the same depth, and there can be two of them', () => {
    expect(
      section(
        '3.6. Technical assistance needs',
        '41. A need.',
        '42. Another need.',
        '3.7 Next section',
        'Text.',
        '4.2. Technical assistance needs',
        '50. A need.',
      ),
    ).toBe('-++---+');
  });
  it('is not begun by a sentence that speaks of such needs', () => {
    expect(section('1. The technical assistance needs were discussed at length.', 'Text.')).toBe(
      '--',
    );
  });
});
