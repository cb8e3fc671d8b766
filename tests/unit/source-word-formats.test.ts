import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatListNumber } from '#lib/files/source/list-number';
import { readSource } from '#lib/files/source/read-source';
import { docxFile, listed, plain, word } from '#tests/support/files/docx-file';

async function read(parts: Parameters<typeof docxFile>[0]) {
  const reading = await readSource({ file: docxFile(parts) });
  if (!reading.ok) throw new Error(`refused: ${reading.why}`);
  return {
    passages: reading.value.passages.map(({ number, text }) => [number, text]),
    unread: reading.value.unread,
  };
}

const level = (n: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${n}"><w:start w:val="${n === 0 ? 41 : 1}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const lists = (format: string, text: string) =>
  word(
    'numbering',
    `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, format, text)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
  );

describe('a number format of Word', () => {
  it.each([
    ['russianLower', '%2)', 'а) one', 'б) two'],
    ['russianUpper', '%2.', 'А. one', 'Б. two'],
    ['arabicAlpha', '(%2)', '(أ) one', '(ب) two'],
    ['arabicAbjad', '(%2)', '(أ) one', '(ب) two'],
    ['ideographTraditional', '(%2)', '(甲) one', '(乙) two'],
    ['ideographZodiac', '(%2)', '(子) one', '(丑) two'],
    ['decimalEnclosedCircle', '%2', '① one', '② two'],
    ['hebrew1', '%2.', 'א. one', 'ב. two'],
    ['lowerRoman', '(%2)', '(i) one', '(ii) two'],
  ])('%s is in the words, and never the number of a paragraph', async (format, text, ...items) => {
    const body = listed('The needs:') + listed('one', 1) + listed('two', 1) + listed('More.');
    expect((await read({ body, numbering: lists(format, text) })).passages).toEqual([
      ['41', 'The needs:'],
      ...items.map((item) => [null, item]),
      ['42', 'More.'],
    ]);
  });

  it('that nobody here knows is left out, and said', async () => {
    const body = listed('The needs:') + listed('one', 1);
    expect(await read({ body, numbering: lists('cardinalText', '%2)') })).toEqual({
      passages: [
        ['41', 'The needs:'],
        [null, 'one'],
      ],
      unread: [expect.objectContaining({ page: null, numbers: 1 })],
    });
  });

  it.each([
    ['chineseCountingThousand', 110, '一百一十'],
    ['japaneseCounting', 111, '百十一'],
    ['ideographDigital', 10, '一〇'],
    ['ideographLegalTraditional', 21, '貳拾壹'],
    ['hebrew1', 15, 'טו'],
    ['russianLower', 10, 'к'],
    ['lowerLetter', 27, 'aa'],
  ])('%s prints %i as Word does', (format, number, text) => {
    expect(formatListNumber(number, format)?.text).toBe(text);
  });

  it('never makes a number of a letter, in whatever order a document has its levels', async () => {
    const letters = [
      'lowerLetter',
      'russianLower',
      'arabicAbjad',
      'hebrew2',
      'ideographZodiac',
      'decimalEnclosedParen',
      'upperRoman',
      'thaiLetters',
      'ganada',
      'cardinalText',
    ];
    const items = fc.array(fc.record({ level: fc.nat(1), isEmpty: fc.boolean() }), {
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...letters), items, async (format, given) => {
        const body = given.map(({ level: at, isEmpty }) => listed(isEmpty ? '' : 'Text', at));
        let number = 40;
        const expected = given.flatMap(({ level: at, isEmpty }) => {
          if (at === 0) number += 1;
          return isEmpty ? [] : [at === 0 ? String(number) : null];
        });
        const { passages } = await read({
          body: body.join('') + listed('End', 0),
          numbering: lists(format, '%2)'),
        });
        expect(passages.map(([each]) => each)).toEqual([...expected, String(number + 1)]);
      }),
      { numRuns: 30 },
    );
  });

  it('of digits with a bracket below a paragraph is an item of its list', async () => {
    const body = listed('The needs:') + listed('one', 1) + listed('two', 1);
    expect((await read({ body, numbering: lists('decimal', '%2)') })).passages).toEqual([
      ['41', 'The needs:'],
      [null, '1) one'],
      [null, '2) two'],
    ]);
  });

  it('counts the paragraphs without text, but not the hidden ones', async () => {
    const hidden =
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>Draft</w:t></w:r></w:p>';
    const body = listed('One.') + listed('') + hidden + listed('Three.');
    expect((await read({ body, numbering: lists('lowerLetter', '%2)') })).passages).toEqual([
      ['41', 'One.'],
      ['43', 'Three.'],
    ]);
  });

  it('is that of the linked numbering style', async () => {
    const numbering = word(
      'numbering',
      `<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Paras"/>${level(0, 'decimal', '(%1)')}</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Paras"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`,
    );
    const styles = word(
      'styles',
      '<w:style w:styleId="Paras"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    );
    const body = listed('One.', 0, 2) + listed('Two.', 0, 2);
    expect((await read({ body, numbering, styles })).passages).toEqual([
      ['41', 'One.'],
      ['42', 'Two.'],
    ]);
  });
});

describe('what Word does not print, or prints otherwise', () => {
  const run = (properties: string, text: string) =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const paragraph = (inner: string) => `<w:p>${inner}</w:p>`;

  it('is not quoted where it is hidden, a reading aid, or a request to write', async () => {
    const body = [
      paragraph(run('', 'Shown. ') + run('<w:vanish/>', 'Hidden.')),
      paragraph(
        '<w:r><w:ruby><w:rt><w:r><w:t>fan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>反</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      ),
      '<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here</w:t></w:r></w:sdtContent></w:sdt></w:p>',
      plain('End.'),
    ].join('');
    expect((await read({ body })).passages).toEqual([
      [null, 'Shown.'],
      [null, '反'],
      [null, 'End.'],
    ]);
  });

  it('is not quoted, in whatever runs of a paragraph it is', async () => {
    const hidden = fc.constantFrom('<w:vanish/>', '<w:specVanish/>', '<w:rStyle w:val="Unseen"/>');
    const shown = fc.constantFrom('', '<w:b/>', '<w:vanish w:val="0"/>', '<w:caps/>');
    const part = fc.record({
      word: fc.stringMatching(/^[a-z]{4,8}$/),
      properties: fc.oneof(hidden, shown),
    });
    const styles = word(
      'styles',
      '<w:style w:styleId="Unseen"><w:rPr><w:vanish/></w:rPr></w:style>',
    );
    const isShown = (properties: string) => !/vanish\/>|Vanish|Unseen/.test(properties);
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
        const runs = parts.map(({ word: text, properties }) => run(properties, `${text} `));
        const body = paragraph(runs.join('')) + plain('End.');
        const words = parts
          .filter(({ properties }) => isShown(properties))
          .map((each) => each.word);
        expect((await read({ body, styles })).passages.map(([, text]) => text)).toEqual([
          ...(words.length > 0 ? [words.join(' ')] : []),
          'End.',
        ]);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps the characters of symbol fonts, and says which it does not know', async () => {
    const body = paragraph(
      run('', 'At least ') +
        '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' +
        run('<w:rFonts w:ascii="Symbol"/>', '\u00b3') +
        run('', ' 5 ') +
        '<w:r><w:sym w:font="Wingdings" w:char="F021"/></w:r>',
    );
    expect(await read({ body })).toEqual({
      passages: [[null, 'At least ≥≥ 5 \ufffd']],
      unread: [expect.objectContaining({ page: null, characters: 1 })],
    });
  });

  it('keeps the signs of other fonts apart from letters, and says that it does not know them', async () => {
    for (const font of ['Wingdings', 'Wingdings 2', 'Webdings', 'ZapfDingbats'])
      expect(await read({ body: paragraph(run(`<w:rFonts w:ascii="${font}"/>`, 'J')) })).toEqual({
        passages: [[null, '\ufffd']],
        unread: [expect.objectContaining({ page: null, characters: 1 })],
      });
    const symbol = '<w:r><w:sym w:font="Wingdings 2" w:char="F06F"/></w:r>';
    expect((await read({ body: paragraph(symbol) })).passages).toEqual([[null, '\ufffd']]);
  });

  it('keeps the parts of fractions and powers apart, and what a tab parts', async () => {
    const math = (inner: string) =>
      `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${inner}</m:oMath>`;
    const part = (name: string, text: string) =>
      `<m:${name}><m:r><m:t>${text}</m:t></m:r></m:${name}>`;
    const body = paragraph(
      math(`<m:f>${part('num', '1')}${part('den', '2')}</m:f>`) +
        run('', ' of 10 ') +
        math(`<m:sSup>${part('e', 'km')}${part('sup', '2')}</m:sSup>`) +
        '<w:r><w:ptab/><w:t>end</w:t></w:r>',
    );
    expect((await read({ body })).passages).toEqual([[null, '1/2 of 10 km² end']]);
  });

  it('leaves out numbers of notes that are put up by hand, and goes on after a hidden end', async () => {
    const body =
      paragraph(run('', 'In 2019') + run('<w:position w:val="10"/>', '4') + run('', ' it was.')) +
      '<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">One </w:t></w:r></w:p>' +
      plain('line.');
    expect((await read({ body })).passages).toEqual([
      [null, 'In 2019 it was.'],
      [null, 'One line.'],
    ]);
  });

  it('leaves the raised numbers of notes out, and joins what a deleted end joins', async () => {
    const body = [
      paragraph(
        run('', 'In 2019') + run('<w:vertAlign w:val="superscript"/>', '4') + run('', ' it was.'),
      ),
      '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">One </w:t></w:r></w:p>',
      plain('and two.'),
    ].join('');
    expect(await read({ body })).toEqual({
      passages: [
        [null, 'In 2019 it was.'],
        [null, 'One and two.'],
      ],
      unread: [expect.objectContaining({ page: null, notes: 1 })],
    });
  });
});
