import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from '#lib/files/source/docx';
import { textOf } from '#lib/documents/model/document';
import { renderDocx } from '#lib/documents/docx/render-docx';
import { parseNoteDocx } from '#lib/documents/docx/parse-docx';
import { edited, partOf } from '#tests/support/files/docx-parts';
import { finishedNote } from '#tests/support/factories/finished-note';
import { each, ooxmlFaults } from '#tests/support/files/ooxml-check';

const locales = ['en', 'ar', 'zh'] as const;
const documentOf = (content: Uint8Array) => partOf(content, 'word/document.xml');
const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

describe('the Word document of a note', () => {
  it.each(locales)(
    'is a sound package in %s, with its charts and their workbooks',
    async (locale) => {
      const content = await renderDocx(finishedNote(locale));
      expect(ooxmlFaults(content)).toEqual([]);
      const parts = unzipSync(content);
      expect(Object.keys(parts)).toEqual(
        expect.arrayContaining([
          'word/styles.xml',
          'word/numbering.xml',
          'word/footnotes.xml',
          'word/fontTable.xml',
          'docProps/core.xml',
          'docProps/custom.xml',
          'word/charts/chart1.xml',
          'word/charts/chart2.xml',
          'word/embeddings/chart1.xlsx',
          'word/embeddings/chart2.xlsx',
        ]),
      );
      for (const name of ['word/embeddings/chart1.xlsx', 'word/embeddings/chart2.xlsx'])
        expect(ooxmlFaults(parts[name] ?? new Uint8Array())).toEqual([]);
    },
  );

  it('would be found at fault by the check of packages', async () => {
    const content = await renderDocx(finishedNote('en'));
    const faults = (name: string, change: (part: string) => string) =>
      ooxmlFaults(edited(content, name, change)).join('\n');
    expect(
      faults('word/document.xml', (part) =>
        part
          .replace('<w:tblStyle w:val="NoteTable"/>', '')
          .replace(
            '<w:tblLayout w:type="fixed"/>',
            '<w:tblLayout w:type="fixed"/><w:tblStyle w:val="NoteTable"/>',
          ),
      ),
    ).toMatch(/w:tblStyle stands after/);
    expect(
      faults('word/document.xml', (part) =>
        part.replace('w:val="NumberedParagraph"', 'w:val="Nowhere"'),
      ),
    ).toMatch(/no style Nowhere/);
    expect(
      faults('word/document.xml', (part) => part.replace('r:id="rIdChart2"', 'r:id="rIdChart3"')),
    ).toMatch(/no relationship rIdChart3/);
    expect(
      faults('word/charts/chart1.xml', (part) =>
        part.replace(/(<c:crossAx val="222"\/>)(<c:crosses val="autoZero"\/>)/, '$2$1'),
      ),
    ).toMatch(/c:crossAx stands after crosses/);
    expect(
      faults('[Content_Types].xml', (part) =>
        part.replace(/<Override PartName="\/word\/charts\/chart1.xml"[^>]*>/, ''),
      ),
    ).toMatch(/chart1.xml is of no type/);
    expect(faults('word/document.xml', (part) => part.replace('</w:body>', '</w:bod>'))).toMatch(
      /unexpected close tag|unclosed/i,
    );
  });

  it.each(locales)(
    'sets nothing by hand in %s: every paragraph has a style, and no run a size, weight or font of its own',
    async (locale) => {
      const content = await renderDocx(finishedNote(locale, { draft: true }));
      const inRuns = new Set<string>();
      let [paragraphs, styled] = [0, 0];
      each(unzipSync(content)['word/document.xml'] ?? new Uint8Array(), (tag, path) => {
        if (path.at(-1)?.name === 'w:rPr') inRuns.add(tag.name);
        if (tag.name === 'w:p') paragraphs += 1;
        if (tag.name === 'w:pStyle') styled += 1;
      });
      expect([...inRuns].toSorted()).toEqual(
        locale === 'ar' ? ['w:rStyle', 'w:rtl'] : ['w:rStyle'],
      );
      expect(styled).toBe(paragraphs);
      expect(paragraphs).toBeGreaterThan(100);
    },
  );

  it('has headings, captions, footnotes and cross-references that Word knows as such', async () => {
    const document = documentOf(await renderDocx(finishedNote('en')));
    for (const style of [
      'Title',
      'Heading1',
      'Heading2',
      'Heading3',
      'NumberedParagraph',
      'ListItem',
      'Caption',
      'TableText',
      'TableNumber',
      'TableSum',
      'Colophon',
    ])
      expect(document).toContain(`<w:pStyle w:val="${style}"/>`);
    expect(document.match(/ SEQ (Figure|Table) \\\* (ROMAN|ARABIC) /g)).toEqual([
      ' SEQ Figure \\* ROMAN ',
      ' SEQ Table \\* ARABIC ',
      ' SEQ Figure \\* ROMAN ',
    ]);
    expect(document.match(/<w:footnoteReference w:id="\d+"\/>/g)).toHaveLength(2);
    // Figure I, paragraph 2, table 1, figure II and section I.
    expect(document.match(/ REF \S+ (\\n )?\\h /g)).toHaveLength(5);
    expect(document).toContain(' TOC \\o &quot;1-3&quot; \\h \\z ');
  });

  it('repeats the number of a footnote that is called again, and refers to what is named in a sentence', async () => {
    const note = finishedNote('zh');
    const again = {
      ...note,
      blocks: note.blocks.map((block) =>
        block.kind === 'paragraph' && block.key === 'outlook'
          ? {
              ...block,
              runs: [
                { text: '', footnote: 1 },
                { text: '图一', reference: 'figure-states' },
                { text: '表1', reference: 'table-needs' },
                { text: '第5段', reference: 'outlook' },
              ],
            }
          : block,
      ),
    };
    const content = await renderDocx(again);
    expect(ooxmlFaults(content)).toEqual([]);
    const document = documentOf(content);
    expect(document.match(/<w:footnoteReference w:id="1"\/>/g)).toHaveLength(1);
    const last = document.slice(document.lastIndexOf('NumberedParagraph'));
    expect(
      last.match(/NOTEREF \S+ \\f \\h|REF _figure_states\S+ \\h|REF _table_needs\S+ \\h/g),
    ).toHaveLength(3);
    // Where the number does not end the words, they lead to the place as a link.
    expect(last).toMatch(/<w:hyperlink w:anchor="_outlook_\w+" w:history="1"><w:r><w:t[^>]*>第5段/);
  });

  it('says the head of a table again on every page and splits no row', async () => {
    const document = documentOf(await renderDocx(finishedNote('en')));
    const tables = (document.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []).filter((table) =>
      table.includes('w:val="NoteTable"'),
    );
    expect(tables).toHaveLength(3);
    for (const table of tables) {
      const rows = table.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
      expect(rows.map((row) => row.includes('<w:cantSplit/>'))).toEqual(rows.map(() => true));
      expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual(
        rows.map((_row, n) => n === 0),
      );
    }
  });

  it('is set from right to left in Arabic, but for Latin letters', async () => {
    const content = await renderDocx(finishedNote('ar'));
    const document = documentOf(content);
    expect(document).toMatch(/<w:titlePg\/><w:bidi\/>/);
    expect((document.match(/<w:bidiVisual\/>/g) ?? []).length).toBe(
      (document.match(/<w:tbl>/g) ?? []).length,
    );
    const paragraphs = document.match(/<w:pPr>.*?<\/w:pPr>/gs) ?? [];
    expect(
      paragraphs
        .filter((each) => !each.includes('<w:bidi/>'))
        .every((each) => each.includes('w:val="Figure"')),
    ).toBe(true);
    const runs = [
      ...document.matchAll(/<w:r>(<w:rPr>.*?<\/w:rPr>)?<w:t[^>]*>([^<]*)<\/w:t>/gs),
    ].map(([, properties = '', text = '']) => ({
      rightToLeft: properties.includes('<w:rtl/>'),
      text,
    }));
    expect(
      runs.filter(({ rightToLeft, text }) => /\p{Script=Arabic}/u.test(text) && !rightToLeft),
    ).toEqual([]);
    expect(
      runs.filter(({ rightToLeft, text }) => text.includes('CAC/COSP') && rightToLeft),
    ).toEqual([]);
    expect(runs.filter(({ text }) => text.includes('CAC/COSP')).length).toBeGreaterThan(1);
    expect(partOf(content, 'word/charts/chart1.xml')).toMatch(
      /<c:valAx><c:axId val="222"\/><c:scaling><c:orientation val="maxMin"\/>/,
    );
    expect(partOf(content, 'word/styles.xml')).toContain('w:bidi="ar-SA"');
    expect(documentOf(await renderDocx(finishedNote('en')))).not.toMatch(/<w:bidi|<w:rtl/);
  });

  it('names its language to the speller and its fonts with others in their place', async () => {
    for (const [locale, tag] of [
      ['en', 'en-GB'],
      ['zh', 'zh-CN'],
    ] as const)
      expect(partOf(await renderDocx(finishedNote(locale)), 'word/styles.xml')).toContain(
        `<w:lang w:val="${tag}"`,
      );
    expect(partOf(await renderDocx(finishedNote('zh')), 'word/fontTable.xml')).toContain(
      '<w:altName w:val="Noto Serif CJK SC"/>',
    );
  });

  it('draws figures as charts with labels, shares, a description and five fills that differ without colour', async () => {
    const content = await renderDocx(finishedNote('en'));
    const chart = partOf(content, 'word/charts/chart2.xml');
    expect(chart).toContain('<c:grouping val="stacked"/>');
    expect(chart).toContain('<c:formatCode>0%</c:formatCode>');
    expect(chart).toContain('<c:v>0.64</c:v>');
    expect(
      new Set(
        chart
          .match(/<c:ser>.*?<\/c:ser>/gs)
          ?.map((series) => /<a:pattFill prst="(\w+)"/.exec(series)?.[1] ?? 'solid'),
      ),
    ).toHaveLength(5);
    expect(partOf(content, 'word/charts/chart1.xml')).toContain('<c:grouping val="clustered"/>');
    expect(documentOf(content)).toContain(
      'descr="Bars: the African group has 22 summaries, 17 of them with needs."',
    );
    const workbook = unzipSync(content)['word/embeddings/chart2.xlsx'] ?? new Uint8Array();
    expect(partOf(workbook, 'xl/worksheets/sheet1.xml')).toMatch(
      /Institution-building<\/t><\/is><\/c><c r="B3" s="1"><v>0.64<\/v>/,
    );
  });

  it('bears the mark of a draft on every page, and marks numbers, only in a draft', async () => {
    const [draft, final] = await Promise.all([
      renderDocx(finishedNote('en', { draft: true })),
      renderDocx(finishedNote('en')),
    ]);
    for (const header of ['word/header1.xml', 'word/header2.xml']) {
      expect(partOf(draft, header)).toContain('DraftMark');
      expect(partOf(final, header)).not.toContain('DraftMark');
    }
    for (const style of ['HeldNumber', 'TypedNumber', 'FalseClaim']) {
      expect(documentOf(draft)).toContain(`<w:rStyle w:val="${style}"/>`);
      expect(documentOf(final)).not.toContain(style);
    }
  });

  it.each(locales)(
    'gives every bound number back in %s, with what it says of itself',
    async (locale) => {
      const note = finishedNote(locale);
      const reading = await parseNoteDocx(await renderDocx(note));
      const runs = [
        note.head.summary,
        ...note.blocks.flatMap((block) =>
          block.kind === 'table' || block.kind === 'figure'
            ? [block.caption, ...block.table.rows.flatMap(({ cells }) => cells), block.note ?? []]
            : [block.runs],
        ),
      ].flat();
      const expected = [
        ...runs.flatMap(({ value, text }) => (value === undefined ? [] : [[value, text]])),
        ['footnote.training', '91'],
      ];
      expect(reading.numbers.map(({ key, text }) => [key, text])).toEqual(expected);
      expect(expected.length).toBeGreaterThan(60);
      expect(reading.properties).toEqual({
        symbol: note.head.symbol,
        language: locale,
        cutoff: note.cutoff,
        revision: '412',
        checksum: note.checksum,
      });
      expect(reading.charts).toHaveLength(2);
      for (const block of note.blocks)
        if (block.kind === 'paragraph')
          expect(reading.paragraphs.map(({ text }) => text.replaceAll('[*]', ''))).toContain(
            textOf(block.runs),
          );
    },
  );

  it('is read by the reader of sources, which counts its paragraphs as the note does', async () => {
    const { paragraphs } = await readDocx(Buffer.from(await renderDocx(finishedNote('en'))));
    expect(
      paragraphs.flatMap(({ number, text }) => (!number ? [] : [[number, text.slice(0, 12)]])),
    ).toEqual(
      expect.arrayContaining([
        ['1', 'In its resol'],
        ['2', 'The present '],
        ['5', 'As recalled '],
      ]),
    );
  });

  it('is the same to the byte in any time zone, language and at any time', async () => {
    const expected = Object.fromEntries(
      await Promise.all(
        locales.map(async (locale) => [locale, sha256(await renderDocx(finishedNote(locale)))]),
      ),
    );
    const script = `const { renderDocx } = await import('#lib/documents/docx/render-docx'); const { finishedNote } = await import('#tests/support/factories/finished-note'); const { createHash } = await import('node:crypto');
      const all = {}; for (const locale of ${JSON.stringify(locales)}) all[locale] = createHash('sha256').update(await renderDocx(finishedNote(locale))).digest('hex'); process.stdout.write(JSON.stringify(all));`;
    for (const [TZ, LANG] of [
      ['Pacific/Auckland', 'ar_EG.UTF-8'],
      ['America/St_Johns', 'tr_TR.UTF-8'],
    ] as const) {
      const said = execFileSync(
        process.execPath,
        [
          '--import',
          './bin/register-node.mjs',
          '--disable-warning=ExperimentalWarning',
          '--input-type=module',
          '-e',
          script,
        ],
        { env: { ...process.env, TZ, LANG, LC_ALL: LANG }, encoding: 'utf8' },
      );
      expect(JSON.parse(said)).toEqual(expected);
    }
  });
});
