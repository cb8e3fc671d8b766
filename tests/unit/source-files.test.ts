import { describe, expect, it } from 'vitest';
import { readSource } from '#lib/files/source/read-source';
import { docxFile, listed, plain, word } from '#tests/support/files/docx-file';
import { pdfFile, setPage } from '#tests/support/files/pdf-file';

/** What is read of a file: page, number and text of each paragraph. */
async function read(given: Parameters<typeof readSource>[0]) {
  const reading = await readSource(given);
  if (!reading.ok) throw new Error(`refused: ${reading.why}`);
  return {
    ...reading.value,
    passages: reading.value.passages.map(({ page, number, text }) => [page, number, text]),
  };
}

const long =
  'The following needs were identified in the course of the review, and the State under review asked that they be met in the order in which they stand here, as far as that can be done:';

describe('a PDF', () => {
  it('is read paragraph by paragraph, in every script, with page and printed number', async () => {
    const file = pdfFile({
      pages: [
        setPage([
          '3.6. Technical assistance needs identified',
          `41. ${long}`,
          '(a) Training of procurement officers; and',
          '(b) Model legislation.',
          '42. Article 8: good practices.',
        ]),
        setPage([
          '41- حُددت الاحتياجات التالية من المساعدة التقنية لتحسين تنفيذ الاتفاقية خلال الاستعراض وطلبت الدولة المستعرضة تلبيتها:',
          '(42) المادة 8: ممارسات جيدة (تدريب) في عام 2023.',
        ]),
        setPage([
          '41. 审议期间确定了以下技术援助需求，以改进《公约》的实施情况，受审议国要求予以满足：',
          '（42）第八条：良好做法。',
        ]),
        setPage([
          '41. В ходе обзора были выявлены следующие потребности в технической помощи, которые следует удовлетворить:',
        ]),
      ],
    });
    expect(await read({ file })).toEqual({
      mediaType: 'application/pdf',
      pages: 4,
      leftOut: 0,
      unread: [],
      passages: [
        [1, '3.6', 'Technical assistance needs identified'],
        [1, '41', long],
        [1, null, '(a) Training of procurement officers; and'],
        [1, null, '(b) Model legislation.'],
        [1, '42', 'Article 8: good practices.'],
        [
          2,
          '41',
          'حُددت الاحتياجات التالية من المساعدة التقنية لتحسين تنفيذ الاتفاقية خلال الاستعراض وطلبت الدولة المستعرضة تلبيتها:',
        ],
        [2, '42', 'المادة 8: ممارسات جيدة (تدريب) في عام 2023.'],
        [
          3,
          '41',
          '审议期间确定了以下技术援助需求，以改进《公约》的实施情况，受审议国要求予以满足：',
        ],
        [3, '42', '第八条：良好做法。'],
        [
          4,
          '41',
          'В ходе обзора были выявлены следующие потребности в технической помощи, которые следует удовлетворить:',
        ],
      ],
    });
  });

  it('lets go of running heads and page numbers, and follows a sentence overleaf', async () => {
    const pages = [
      'First. The sentence that is begun on this page goes on',
      'overleaf and ends. Then',
      'more of it follows here.',
    ].map((text, i) => [
      { text: 'CAC/COSP/IRG/II/2/1', y: 810 },
      ...setPage([text]),
      { text: `V.24-0123${i} ${i + 1}/3`, y: 30 },
    ]);
    expect((await read({ file: pdfFile({ pages, packed: true }) })).passages).toEqual([
      [
        1,
        null,
        'First. The sentence that is begun on this page goes on overleaf and ends. Then more of it follows here.',
      ],
    ]);
  });

  it('keeps a heading apart from what follows, also on a page of few lines', async () => {
    const pages = [setPage(['1. Introduction', 'Text.']), setPage([`41. ${long}`, `42. ${long}`])];
    expect((await read({ file: pdfFile({ pages }) })).passages).toEqual([
      [1, '1', 'Introduction'],
      [1, null, 'Text.'],
      [2, '41', long],
      [2, '42', long],
    ]);
  });

  it('without text, as a scan is, is taken with its pages', async () => {
    expect(await read({ file: pdfFile({ pages: [[], []] }) })).toEqual({
      mediaType: 'application/pdf',
      pages: 2,
      leftOut: 0,
      passages: [],
      unread: [1, 2].map((page) => ({
        page,
        characters: 0,
        images: 0,
        notes: 0,
        numbers: 0,
        isEmpty: true,
      })),
    });
  });
});

describe('a Word document', () => {
  const level = (n: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${n}"><w:start w:val="${n === 0 ? 41 : 1}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = word(
    'numbering',
    `<w:abstractNum w:abstractNumId="7">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '(%2)')}${level(2, 'bullet', '•')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`,
  );
  const styles = word(
    'styles',
    '<w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="Mine"><w:basedOn w:val="Base"/></w:style>',
  );

  it('is read with the numbers that Word prints, which its text does not hold', async () => {
    const body = [
      plain('2.4. Technical assistance needs'),
      listed('The needs:'),
      listed('Training;', 1),
      listed('Research.', 1),
      listed('A point.', 2),
      '<w:p><w:pPr><w:pStyle w:val="Mine"/></w:pPr><w:r><w:t>By its style.</w:t></w:r></w:p>',
      listed('Legislation.', 1),
      plain('No number.'),
    ].join('');
    expect(await read({ file: docxFile({ body, numbering, styles }) })).toEqual({
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      pages: null,
      leftOut: 0,
      unread: [],
      passages: [
        [null, '2.4', 'Technical assistance needs'],
        [null, '41', 'The needs:'],
        [null, null, '(a) Training;'],
        [null, null, '(b) Research.'],
        [null, null, 'A point.'],
        [null, '42', 'By its style.'],
        [null, null, '(a) Legislation.'],
        [null, null, 'No number.'],
      ],
    });
  });

  it('is read as it stands now: tables too, but not what was deleted, nor what is there twice', async () => {
    const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
    const body = `<w:p>${run('Kept ')}<w:del><w:r><w:delText>deleted</w:delText></w:r></w:del><w:ins>${run('and added')}</w:ins><w:moveFrom>${run('moved away')}</w:moveFrom><w:r><w:tab/><w:t>after a tab &amp;</w:t><w:br/><w:t>a break</w:t></w:r></w:p>
      <w:tbl><w:tr><w:tc><w:p>${run('A cell')}</w:p></w:tc></w:tr></w:tbl>
      <w:p><mc:AlternateContent><mc:Choice>${run('Once')}</mc:Choice><mc:Fallback>${run('Twice')}</mc:Fallback></mc:AlternateContent></w:p>`;
    expect((await read({ file: docxFile({ body }) })).passages).toEqual([
      [null, null, 'Kept and added after a tab & a break'],
      [null, null, 'A cell'],
      [null, null, 'Once'],
    ]);
  });
});

describe('pasted text', () => {
  it('is split at its empty lines where its own lines were broken to fit', async () => {
    const text =
      '41. The needs that were\r\nidentified are these:\r\n(a) Training;\r\n(b) Research.\r\n\r\n42. Article 8: good\r\npractices.\r\n';
    expect((await read({ text })).passages).toEqual([
      [null, '41', 'The needs that were identified are these:'],
      [null, null, '(a) Training;'],
      [null, null, '(b) Research.'],
      [null, '42', 'Article 8: good practices.'],
    ]);
  });

  it('is split line by line where each line is a paragraph', async () => {
    const text = `41、审议期间确定了以下技术援助需求：\n（42）第八条：良好做法。\n${'这是很长的一段。'.repeat(30)}`;
    expect((await read({ text })).passages.map(([, number]) => number)).toEqual(['41', '42', null]);
    expect(await read({ text: 'one\u0000\ntwo' })).toMatchObject({
      mediaType: 'text/plain; charset=utf-8',
      pages: null,
      leftOut: 1,
    });
  });
});
