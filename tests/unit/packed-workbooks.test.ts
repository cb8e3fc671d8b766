import { afterAll, expect, it, vi } from 'vitest';
import { writeWorkbook } from '#lib/files/tables/write-workbook';
import { tableWorkbook } from '#lib/documents/downloads/workbook';

afterAll(() => {
  vi.useRealTimers();
});

it.each([
  ['a list', () => writeWorkbook([{ name: 'Needs', rows: [['Need'], [7]], widths: [20] }], false)],
  [
    'the table of a figure',
    () =>
      tableWorkbook(
        { columns: [{ text: 'Region' }, { text: 'Needs' }], rows: [] },
        { sheet: 'Needs', aboutSheet: 'About', rightToLeft: true, about: ['How it is counted'] },
      ),
  ],
])(
  'the same content is the same workbook to the byte whenever it is written: %s',
  async (_, write) => {
    const at = async (time: string) => {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(time) });
      return Buffer.from(await write());
    };
    const first = await at('2026-01-01T10:00:00Z');
    expect(first.equals(await at('2027-02-03T11:12:14Z'))).toBe(true);
  },
);
