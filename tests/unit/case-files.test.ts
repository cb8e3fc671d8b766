import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSource } from '#lib/files/source/read-source';

const folder = 'tests/fixtures/cases';
const nothingUnread = { characters: 0, images: 0, notes: 0, numbers: 0, isEmpty: false };

type Expected = Readonly<{
  passages: readonly (readonly [page: number | null, number: string | null, text: string])[];
  unread?: readonly unknown[];
}>;

/** The small files that people lost text with, and what a person reads in each. */
const documents: Readonly<Record<string, Expected>> = {
  'rotate90.pdf': {
    passages: [
      [1, '1', 'Introduction'],
      [
        1,
        null,
        'The review was carried out in the second cycle of the mechanism for all chapters.',
      ],
      [2, '3.6', 'Technical assistance needs'],
      [
        2,
        '41',
        'The State would benefit from training of prosecutors on asset recovery and from guidance on the management of seized property in line with article 31.',
      ],
      [
        2,
        '42',
        'Legislative assistance is needed to draft a law on the protection of witnesses and reporting persons.',
      ],
    ],
  },
  'cn-mixed.pdf': {
    passages: [
      [1, '41', '需要在追回资产方面对30名检察官进行培训，并就MLA提供指导。'],
      [1, '42', '需要立法援助，第31条。'],
    ],
  },
  'footnote.pdf': {
    passages: [
      [
        1,
        '41',
        'The agency, which was set up by a decree of 2019 and has 12 officers, would need training on asset recovery and on the use of special investigative techniques.',
      ],
      [1, null, '4 Presidential decree No. 17.'],
      [1, null, '5 As of the end of the year.'],
    ],
  },
  'hyphen.pdf': {
    passages: [
      [
        1,
        '41',
        'The anti-corruption agency would need training for its staff on complex corruption investigations, on the use of special investigative techniques and on inter-agency coordination, as well as a renewed anti-corruption strategy for the period 2024-2027, and guidance on the follow-up to the previous strategy, which ended in 2019 and was never evaluated.',
      ],
    ],
  },
  'twocol-cols.pdf': {
    passages: [
      [
        1,
        '41',
        'The State would benefit from training of prosecutors on asset recovery and from guidance on the management of property.',
      ],
      [
        1,
        '42',
        'Legislative assistance is needed to draft a law on the protection of witnesses and of reporting persons in general.',
      ],
    ],
  },
  'ar-chromium.pdf': {
    passages: [
      [1, '3.6', 'احتياجات المساعدة التقنية'],
      [
        1,
        '41',
        'تحتاج الدولة إلى تدريب المدَّعين العامِّين على استرداد الموجودات، ولا سيما في إطار المادة 31 (الفقرة 2)، وإلى الإلمام بالأساليب الخاصة للتحري بنسبة 50% خلال الفترة 2024-2027.',
      ],
      [
        1,
        '42',
        'صياغة قانون لحماية الشهود والمبلِّغين وفقاً لمعيار ISO 37001 ومشورة من UNODC بشأن الإجراءات.',
      ],
    ],
  },
  'ar-lo.pdf': {
    passages: [
      [
        2,
        '41',
        'تحتاج الدولة إلى تدريب المدَّعين العامِّين على استرداد الموجودات، ولا سيما في إطار المادة 31 (الفقرة 2)، وإلى الإلمام بالأساليب الخاصة للتحري بنسبة 50% خلال الفترة 2024-2027.',
      ],
      [
        2,
        '42',
        'صياغة قانون لحماية الشهود والمبلِّغين وفقاً لمعيار ISO 37001 ومشورة من UNODC بشأن الإجراءات.',
      ],
    ],
    unread: [{ ...nothingUnread, page: 1, isEmpty: true }],
  },
  'russian-letters.docx': {
    passages: [
      [null, null, 'Потребности в технической помощи'],
      [null, '41', 'Государству необходима помощь в следующих областях:'],
      [null, null, 'а) обучение прокуроров;'],
      [null, null, 'б) подготовка закона о защите свидетелей;'],
      [null, null, 'в) сбор статистических данных.'],
    ],
  },
  'russian-section.docx': {
    passages: [
      [null, '3.6', 'Потребности в технической помощи'],
      [null, '41', 'Государству необходима помощь:'],
      [null, null, 'а) обучение прокуроров'],
      [null, null, 'б) подготовка закона о защите свидетелей'],
      [null, null, 'в) сбор данных'],
      [null, '42', 'Кроме того, нужна помощь в возвращении активов.'],
    ],
  },
  'chinese-formats.docx': {
    passages: [
      [null, null, '技术援助需求'],
      [null, '41', '该国需要以下方面的援助：'],
      [null, null, '(甲) 培训检察官；'],
      [null, null, '(乙) 起草保护证人法；'],
      [null, null, '① 第三层'],
    ],
  },
  'numstylelink.docx': {
    passages: [
      [null, null, 'Technical assistance needs'],
      [null, '41', 'The State would benefit from training of prosecutors.'],
      [null, '42', 'Legislative assistance is needed.'],
    ],
  },
  'oddities.docx': {
    passages: [
      [null, null, 'Visible text.'],
      [null, null, '反腐败机构'],
      [null, null, 'Training of prosecutors and of judges is needed.'],
      [null, null, 'Article\u20117 multiagency≥ 5 units'],
      [null, null, 'In 2019 the unit had 12 staff.'],
      [null, null, 'In 2019 the unit had 12 staff.'],
      [null, null, 'technical assistance needs'],
      [null, null, '7'],
      [null, null, 'Training of staff'],
    ],
    unread: [{ ...nothingUnread, page: null, notes: 2 }],
  },
};

describe('a document that people brought', () => {
  it.each(Object.entries(documents))('%s is read as it is printed', async (name, expected) => {
    const reading = await readSource({ file: readFileSync(`${folder}/${name}`) });
    if (!reading.ok) throw new Error(reading.why);
    const { passages, unread } = reading.value;
    expect(passages.map(({ page, number, text }) => [page, number, text])).toEqual(
      expected.passages,
    );
    expect(unread).toEqual(expected.unread ?? []);
  });

  it('has a test here, each of them', () => {
    const files = readdirSync(folder).filter((name) => /\.(pdf|docx)$/.test(name));
    expect(Object.keys(documents).toSorted()).toEqual(files.toSorted());
  });
});
