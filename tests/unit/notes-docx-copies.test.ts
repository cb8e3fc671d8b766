import { beforeAll, describe, expect, it } from 'vitest';
import { renderDocx } from '#lib/documents/docx/render-docx';
import { differencesOf, sameText } from '#lib/documents/docx/differences';
import { parseNoteDocx } from '#lib/documents/docx/parse-docx';
import { chance } from '#tests/support/run/seeded-random';
import { edited, numberIn, partOf, withNumber } from '#tests/support/files/docx-parts';
import { finishedNote } from '#tests/support/factories/finished-note';

const main = 'word/document.xml';
let original: Uint8Array;
beforeAll(async () => {
  original = await renderDocx(finishedNote('en'));
});
const changed = (copy: Uint8Array) => differencesOf(original, copy);

describe('a copy of a note', () => {
  it('is no other for being packed or cut into runs anew', async () => {
    const copy = edited(original, main, (part) =>
      part.replace(
        '<w:t xml:space="preserve">A total of </w:t>',
        '<w:t xml:space="preserve">A to</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">tal of </w:t>',
      ),
    );
    expect(await changed(copy)).toEqual({ numbers: [], text: [], charts: [], properties: [] });
    expect(sameText(await changed(original))).toBe(true);
  });

  it('with a digit changed is told by the name of the number and where it stands', async () => {
    const copy = edited(original, main, (part) => withNumber(part, 'overall.needs', '316'));
    expect((await changed(copy)).numbers).toEqual([
      { key: 'overall.needs', where: 'paragraph 3', original: '315', now: '316' },
    ]);
    expect((await changed(copy)).text).toEqual([]);
  });

  it('with two numbers swapped names both', async () => {
    const copy = edited(original, main, (part) =>
      withNumber(withNumber(part, 'overall.states', '57'), 'overall.of', '38'),
    );
    expect(
      (await changed(copy)).numbers.map(({ key, original: was, now }) => [key, was, now]),
    ).toEqual([
      ['overall.states', '38', '57'],
      ['overall.of', '57', '38'],
    ]);
  });

  it('without a row names the numbers that are gone', async () => {
    const copy = edited(original, main, (part) =>
      (part.match(/<w:tr>.*?<\/w:tr>/gs) ?? [])
        .filter((row) => row.includes('table-needs.needs.1'))
        .reduce((text, row) => text.replace(row, ''), part),
    );
    expect((await changed(copy)).numbers).toEqual([
      {
        key: 'table-needs.needs.1',
        where: 'Table 1, “Institution-building”, “Number of needs”',
        original: '50',
        now: null,
      },
      {
        key: 'table-needs.share.1',
        where: 'Table 1, “Institution-building”, “Percentage”',
        original: '16%',
        now: null,
      },
    ]);
    expect((await changed(copy)).text).toEqual([
      {
        where: 'Table 1, “Institution-building”, “Category of need”',
        removed: 'Institution-building',
      },
    ]);
  });

  it('without a paragraph says which, and that its number is gone', async () => {
    const copy = edited(original, main, (part) =>
      (part.match(/<w:p>(?:(?!<w:p>).)*?<\/w:p>/gs) ?? [])
        .filter((each) => each.includes('parts.summaries'))
        .reduce((text, each) => text.replace(each, ''), part),
    );
    const { numbers, text } = await changed(copy);
    expect(numbers).toEqual([
      { key: 'parts.summaries', where: 'paragraph 2', original: '67', now: null },
    ]);
    expect(text).toEqual([
      {
        where: 'paragraph 2',
        removed:
          'The present document is based on 67 completed executive summaries and consists of:',
      },
    ]);
  });

  it('with words changed around a number still reads the number', async () => {
    const copy = edited(original, main, (part) =>
      withNumber(part.replace('A total of ', 'As many as '), 'overall.of', '58'),
    );
    const { numbers, text } = await changed(copy);
    expect(numbers.map(({ key, now }) => [key, now])).toEqual([['overall.of', '58']]);
    expect(text).toHaveLength(2);
  });

  it('whose content controls were all lost is still told number by number', async () => {
    const bare = (part: string) =>
      part.replace(/<w:sdt>.*?<w:sdtContent>|<\/w:sdtContent><\/w:sdt>/gs, '');
    expect(await changed(edited(original, main, bare))).toMatchObject({ numbers: [], text: [] });
    const copy = edited(original, main, (part) =>
      bare(withNumber(withNumber(part, 'capacity.needs', '173'), 'table-needs.share.2', '31%')),
    );
    expect(await changed(copy)).toMatchObject({
      numbers: [
        { key: 'capacity.needs', original: '137', now: '173' },
        { key: 'table-needs.share.2', original: '13%', now: '31%' },
      ],
      text: [],
    });
  });

  it('that LibreOffice saved, without tags, descriptions and names of styles, has all numbers', async () => {
    const saved = (change: (part: string) => string) =>
      edited(original, main, (part) =>
        change(part)
          .replaceAll(/<w:sdtPr>.*?<\/w:sdtPr>/gsu, '<w:sdtPr/>')
          .replaceAll(/ descr="[^"]*"/gu, '')
          .replaceAll('w:val="Caption"', 'w:val="caption1"'),
      );
    expect((await changed(saved((part) => part))).numbers).toEqual([]);
    const copy = saved((part) => withNumber(part, 'table-needs.needs.1', '51'));
    expect(
      (await changed(copy)).numbers.map(({ key, original: was, now }) => [key, was, now]),
    ).toEqual([['table-needs.needs.1', '50', '51']]);
  });

  it('whose deletion is tracked has what stands there now', async () => {
    const copy = edited(original, main, (part) =>
      part.replace(
        /(<w:tag w:val="outlook.needs"\/>.*?<w:sdtContent>)<w:r><w:t[^>]*>315<\/w:t><\/w:r>/s,
        '$1<w:del w:id="900" w:author="A"><w:r><w:delText>315</w:delText></w:r></w:del><w:ins w:id="901" w:author="A"><w:r><w:t>351</w:t></w:r></w:ins>',
      ),
    );
    expect((await changed(copy)).numbers).toEqual([
      { key: 'outlook.needs', where: 'paragraph 5', original: '315', now: '351' },
    ]);
  });

  it('with a chart, a footnote or a property changed is another', async () => {
    const chart = await changed(
      edited(original, 'word/charts/chart1.xml', (part) =>
        part.replace('<c:v>22</c:v>', '<c:v>29</c:v>'),
      ),
    );
    expect(chart.charts).toEqual([{ figure: 1, original: '22', now: '29' }]);
    const footnote = await changed(
      edited(original, 'word/footnotes.xml', (part) => withNumber(part, 'footnote.training', '19')),
    );
    expect(footnote.numbers).toEqual([
      { key: 'footnote.training', where: 'footnote 2', original: '91', now: '19' },
    ]);
    const property = await changed(
      edited(original, 'docProps/custom.xml', (part) => part.replace('>412<', '>413<')),
    );
    expect(property.properties).toEqual([{ name: 'revision', original: '412', now: '413' }]);
    const resolution = await changed(
      edited(original, main, (part) => part.replace('>4/1<', '>4/2<')),
    );
    expect([resolution.numbers, resolution.text.length]).toEqual([[], 2]);
  });

  it.each(Array.from({ length: 20 }, (_, n) => n + 1))(
    'edited at random (seed %i) is told by every number that was changed',
    async (seed) => {
      const { below, oneOf } = chance(seed);
      const { numbers } = await parseNoteDocx(original);
      const inText = numbers.filter(
        ({ key }) => numberIn(partOf(original, main), key) !== '' && !key.startsWith('refers.'),
      );
      const chosen = new Map<string, string>();
      const wanted = 1 + below(4);
      while (chosen.size < wanted) {
        const { key, text } = oneOf(inText);
        const digit = String((Number(text[0]) + 1 + below(9)) % 10);
        chosen.set(key, digit + text.slice(1));
      }
      const copy = edited(original, main, (part) =>
        [...chosen].reduce((text, [key, now]) => withNumber(text, key, now), part),
      );
      const found = await changed(copy);
      expect(new Map(found.numbers.map(({ key, now }) => [key, now]))).toEqual(chosen);
      expect(found.text).toEqual([]);
    },
  );
});
