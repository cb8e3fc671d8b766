import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSource } from '#lib/files/source/read-source';
import { columnsOfText, pdfFile, setPage, type PdfLine } from '#tests/support/files/pdf-file';

async function read(file: Buffer) {
  const reading = await readSource({ file });
  if (!reading.ok) throw new Error(`refused: ${reading.why}`);
  return {
    passages: reading.value.passages.map(({ page, number, text }) => [page, number, text]),
    unread: reading.value.unread,
  };
}

const needs = [
  '(41) The State would benefit from training of prosecutors on asset recovery and from guidance on the management of seized property in line with article 31.',
  '(42) Legislative assistance is needed to draft a law on the protection of witnesses and reporting persons, and on the liability of legal persons.',
];
const asRead = needs.map((text) => [1, text.slice(1, 3), text.slice(5)]);
const page = setPage(needs, { top: 500, width: 60 });

describe('a page that is turned', () => {
  it.each([90, 180, 270])('by %i degrees in its own entry is read whole', async (turned) => {
    expect((await read(pdfFile({ pages: [page], page: `/Rotate ${turned}` }))).passages).toEqual(
      asRead,
    );
  });

  it('by any angle of its lines is read whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 359 }), async (angle) => {
        const file = pdfFile({ pages: [page.map((line) => ({ ...line, angle }))] });
        expect((await read(file)).passages).toEqual(asRead);
      }),
      { numRuns: 20 },
    );
  });

  it('in part, as a stamp at its edge is, is read after the rest', async () => {
    const stamp: PdfLine = { text: 'Advance copy', x: 580, y: 300, angle: 90 };
    expect((await read(pdfFile({ pages: [[stamp, ...page]] }))).passages).toEqual([
      ...asRead,
      [1, null, 'Advance copy'],
    ]);
  });
});

describe('columns', () => {
  const left = setPage(needs, { top: 700, width: 36 });
  const right = setPage(
    needs.map((text) => text.replace('4', '5')),
    { top: 700, width: 36 },
  ).map((line) => ({ ...line, x: 330 }));
  const expected = [
    ...asRead,
    ...asRead.map(([, number, text]) => [1, `5${String(number)[1]}`, text]),
  ];

  it('are read one after the other, in whatever order the file has their lines', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...left, ...right], { minLength: left.length + right.length }),
        fc.integer({ min: -4, max: 4 }),
        async (lines, shift) => {
          const set = lines.map((line) => (line.x === 330 ? { ...line, y: line.y + shift } : line));
          expect((await read(pdfFile({ pages: [set] }))).passages).toEqual(expected);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('of a table are read row by row, cell by cell', async () => {
    const cells = [
      [
        'Training of prosecutors on asset recovery and seizure',
        'Partly met by the regional office in the last year',
      ],
      [
        'A law on the protection of witnesses',
        'Not met so far, since the funds of the programme are used up',
      ],
    ];
    const table = columnsOfText(cells, { top: 700, width: 30, columns: [72, 330] });
    expect((await read(pdfFile({ pages: [table] }))).passages).toEqual(
      cells.flat().map((text) => [1, null, text]),
    );
  });

  it('of a table with short cells are read as its lines', async () => {
    const rows = ['Article 8', 'Article 12', 'Article 31', 'Article 46'].flatMap((text, i) => [
      { text, x: 72, y: 700 - i * 14 },
      { text: 'Training', x: 250, y: 700 - i * 14 },
      { text: String(i + 3), x: 420, y: 700 - i * 14 },
    ]);
    expect((await read(pdfFile({ pages: [rows] }))).passages).toEqual([
      [1, null, 'Article 8 Training 3'],
      [1, null, 'Article 12 Training 4'],
      [1, null, 'Article 31 Training 5'],
      [1, null, 'Article 46 Training 6'],
    ]);
  });
});

describe('what is set above, between and at the end of lines', () => {
  const line = (text: string, x: number, y = 700, size = 12): PdfLine => ({ text, x, y, size });

  it('numbers of notes are left out of the words, and notes have no paragraph number', async () => {
    const { passages } = await read(
      pdfFile({
        pages: [
          [
            line('The decree of 2019', 60),
            line('4', 60 + 18 * 6, 704.5, 7),
            line('was changed.', 60 + 18 * 6 + 8),
            line('An area of 30 km', 60, 670),
            line('2', 60 + 16 * 6, 674.5, 7),
            line('4 Decree No. 17.', 60, 80, 9),
          ],
        ],
      }),
    );
    expect(passages).toEqual([
      [1, null, 'The decree of 2019 was changed.'],
      [1, null, 'An area of 30 km²'],
      [1, null, '4 Decree No. 17.'],
    ]);
  });

  it('numbers of notes are left out in the size of a browser, also several of them', async () => {
    const text = 'In 2019 the agency had 12 staff, as was said .';
    const raised = (mark: string, after: string) =>
      line(mark, 60 + (text.indexOf(after) + after.length) * 6, 704.4, 10);
    const { passages } = await read(
      pdfFile({ pages: [[line(text, 60), raised('4', '2019'), raised('13, 14', 'said')]] }),
    );
    expect(passages).toEqual([[1, null, 'In 2019 the agency had 12 staff, as was said .']]);
  });

  it('items with a letter and a dot are paragraphs', async () => {
    const texts = ['41. The needs are these:', 'a. Training of judges;', 'b. Model laws on p. 12.'];
    const lines = texts.map((text, i) => line(text, 72, 700 - i * 14, 11));
    expect((await read(pdfFile({ pages: [lines] }))).passages).toEqual([
      [1, '41', 'The needs are these:'],
      [1, null, 'a. Training of judges;'],
      [1, null, 'b. Model laws on p. 12.'],
    ]);
  });

  it('first lines of pages are kept where they are too long for a running head', async () => {
    const pages = [1, 2, 3].map((n) => [
      line('CAC/COSP/IRG/II/2/1', 72, 810, 8),
      line(`4${n}. The paragraph of this page says what the State needs.`, 72, 700, 11),
      line(['Money.', 'Training.', 'A law.'][n - 1]!, 72, 660, 11),
    ]);
    const { passages } = await read(pdfFile({ pages }));
    expect(passages.map(([, number]) => number)).toEqual(['41', null, '42', null, '43', null]);
  });

  it('words that a line breaks are joined, and compounds keep their hyphens', async () => {
    const lines = [
      'The anti-corruption agency needs training on corrup-',
      'tion cases and on asset recovery, and for its inter-',
      'agency work in the next period, which is that of 2024-',
      '2027, and in particular for the networks of the Asia-',
      'Pacific region, with the means that it has, a follow-',
      'up of what was done so far in the field of capacity-',
      'building. The building has no capacity.',
    ].map((text, i) => ({ text, y: 700 - i * 14, x: 72 }));
    const { passages } = await read(
      pdfFile({ pages: [lines.map((each) => ({ ...each, text: each.text }))] }),
    );
    expect(passages.map(([, , text]) => text).join(' ')).toBe(
      'The anti-corruption agency needs training on corruption cases and on asset recovery, and for its inter-agency work in the next period, which is that of 2024-2027, and in particular for the networks of the Asia-Pacific region, with the means that it has, a follow-up of what was done so far in the field of capacity-building. The building has no capacity.',
    );
  });

  it.each([
    ['Training on money-', 'laundering is needed.', 'Training on money-laundering is needed.'],
    ['It needs capacity-', 'building.', 'It needs capacity-building.'],
    ['Une forma-', 'tion des juges.', 'Une formation des juges.'],
    ['La capaci-', 'tación de jueces.', 'La capacitación de jueces.'],
    ['Нужна подго-', 'товка судей.', 'Нужна подготовка судей.'],
    ['Нужна помощь какой-', 'либо стороны.', 'Нужна помощь какой-либо стороны.'],
    ['Article 12-', 'bis of the law.', 'Article 12-bis of the law.'],
    ['The years 2024–', '2027 are meant.', 'The years 2024–2027 are meant.'],
    ['The Asia-', 'Pacific region.', 'The Asia-Pacific region.'],
  ])('%s | %s is read as %s', async (first, second, expected) => {
    const lines = [line(first, 72, 700), line(second, 72, 686)];
    const { passages } = await read(pdfFile({ pages: [lines] }));
    expect(passages.map(([, , text]) => text).join(' | ')).toBe(expected);
  });

  it('letters that are spaced out are words', async () => {
    const { passages } = await read(
      pdfFile({ pages: [[line('T e c h n i c a l   n e e d s', 60)]] }),
    );
    expect(passages).toEqual([[1, null, 'Technical needs']]);
  });
});

describe('what a page does not show', () => {
  it('is not read where it stands outside of the page, or of the part of it that is printed', async () => {
    const line = (text: string, x: number, y: number): PdfLine => ({ text, x, y });
    const lines = [
      line('Shown.', 72, 700),
      line('Left of it', -300, 700),
      line('Above it', 72, 2000),
      line('Cut off', 72, 60),
    ];
    const file = pdfFile({ pages: [lines], page: '/CropBox [0 100 595 842]' });
    expect((await read(file)).passages).toEqual([[1, null, 'Shown.']]);
  });
});

describe('what cannot be read on a page is said there', () => {
  it('characters of a font without a map, with their number', async () => {
    const { passages, unread } = await read(pdfFile({ pages: [page], hasMap: false }));
    expect(passages).toEqual([]);
    const characters = page.reduce((sum, { text }) => sum + text.length, 0);
    expect(unread).toEqual([
      { page: 1, characters, images: 0, notes: 0, numbers: 0, isEmpty: true },
    ]);
  });

  it('images, and pages without any text', async () => {
    const image =
      '<</Type/XObject/Subtype/Image/Width 40/Height 40/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1600>>';
    const { unread } = await read(
      pdfFile({ pages: [[], page], image, drawn: (at) => (at === 0 ? '/I1 Do /I1 Do' : '') }),
    );
    expect(unread).toEqual([
      { page: 1, characters: 0, images: 2, notes: 0, numbers: 0, isEmpty: true },
    ]);
  });
});

describe('Chinese, Japanese and Korean with predefined maps', () => {
  it.each([
    ['UniGB-UCS2-H', 'GB1', '需要30名', 'utf-16be'],
    ['UniGB-UTF16-H', 'GB1', '需要30名', 'utf-16be'],
    ['UniCNS-UTF16-H', 'CNS1', '需要援助', 'utf-16be'],
    ['GBK-EUC-H', 'GB1', '需要30名', 'd0e8d2aa3330c3fb'],
    ['GB-EUC-H', 'GB1', '需要', 'd0e8d2aa'],
    ['GBK2K-H', 'GB1', '需要', 'd0e8d2aa'],
    ['ETen-B5-H', 'CNS1', '需要MLA', 'bbddad6e4d4c41'],
    ['90ms-RKSJ-H', 'Japan1', '必要ｶA', '954b9776b641'],
    ['EUC-H', 'Japan1', '必要', 'c9accdd7'],
    ['KSCms-UHC-H', 'Korea1', '필요A', 'c7cabfe441'],
  ])('%s', async (map, ordering, text, code) => {
    const hex = code === 'utf-16be' ? Buffer.from(text, 'utf16le').swap16().toString('hex') : code;
    const { passages, unread } = await read(
      pdfFile({
        pages: [[]],
        predefined: { map, ordering },
        drawn: () => `BT /F1 11 Tf 1 0 0 1 72 700 Tm <${hex}> Tj ET`,
      }),
    );
    expect(passages).toEqual([[1, null, text]]);
    expect(unread).toEqual([]);
  });

  it('with a map that nobody here can decode is counted, not guessed', async () => {
    for (const map of ['CNS-EUC-H', 'Identity-H']) {
      const { passages, unread } = await read(
        pdfFile({
          pages: [[]],
          predefined: { map, ordering: 'CNS1' },
          drawn: () => 'BT /F1 11 Tf 1 0 0 1 72 700 Tm <c4e3c4e3> Tj ET',
        }),
      );
      expect(passages).toEqual([]);
      expect(unread).toEqual([expect.objectContaining({ page: 1, characters: 2 })]);
    }
  });
});
