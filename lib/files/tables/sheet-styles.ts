import 'server-only';
import { attribute, readXml } from '#lib/files/xml';

/** The built-in number formats that show a date or a time (ECMA-376, 18.8.30). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58);

/** Whether a number format shows a date: what it prints literally is left out first. */
const isDateFormat = (code: string): boolean =>
  /[dmyhs]/i.test(code.replace(/"[^"]*"|\\.|_.|\*.|\[[^[\]]*\]/g, ''));

/** Returns, for each style of a cell, whether it shows a date. */
export function dateStyles(part: Buffer | undefined): readonly boolean[] {
  if (!part) return [];
  const customFormats = new Map<number, boolean>();
  const styles: boolean[] = [];
  let isInCellStyles = false;
  readXml(part, {
    open: (tag) => {
      if (tag.local === 'cellXfs') isInCellStyles = true;
      const id = Number(attribute(tag, 'numFmtId') ?? 0);
      if (tag.local === 'numFmt')
        customFormats.set(id, isDateFormat(attribute(tag, 'formatCode') ?? ''));
      if (tag.local === 'xf' && isInCellStyles)
        styles.push(customFormats.get(id) ?? isBuiltInDate(id));
    },
    close: (tag) => {
      if (tag.local === 'cellXfs') isInCellStyles = false;
    },
  });
  return styles;
}

const day = 86_400_000;

/**
 * The calendar date of a number of days. Days count from 1900, with a 29 February 1900 that never
 * was, or from 1904. Undefined for what is no date.
 */
export function dateOfSerial(serial: number, from1904: boolean): string | undefined {
  const days = from1904 ? serial + 1462 : serial;
  if (!Number.isFinite(days) || days < 1 || days >= 2_958_466) return undefined;
  const sinceEpoch = days < 60 ? days + 1 : days;
  return new Date(Math.round((sinceEpoch - 25_569) * day)).toISOString().slice(0, 10);
}
