import 'server-only';
import { FileRefused } from '#lib/files/refusal';
import { readZipParts } from '#lib/files/read-zip';
import type { SheetChoice } from '#lib/files/tables/faults';
import { UnreadableFile } from '#lib/files/tables/faults';
import { readSharedTexts, readSheet, type SheetContent } from '#lib/files/tables/sheet';
import { dateStyles } from '#lib/files/tables/sheet-styles';
import { toTable, type Table } from '#lib/files/tables/table';
import { attribute, readXml } from '#lib/files/xml';
import { foldText } from '#lib/text/folding';

type Parts = ReadonlyMap<string, Buffer>;

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const macroType = /application\/vnd\.(ms-excel\.[^"'/]*macroEnabled|ms-office\.vbaProject)/i;
/** Links that a spreadsheet follows to fetch data; one that a person may click is not refused. */
const externalLink = /relationships\/(externalLink|connections|xmlMaps|queryTable|oleObject)["']/i;

const isMacro = (name: string) => /vbaProject|\.bin$/i.test(name) && /vba|macro/i.test(name);

/** @throws FileRefused for a part that could hide something from the checks. */
function checkEncoding(part: Buffer) {
  // A part in UTF-16 would hide from the searches below; no spreadsheet writes one.
  const isUtf16 = part[0] === 0xff || part[0] === 0xfe || part.subarray(0, 100).includes(0);
  if (isUtf16) throw new FileRefused('fileBroken');
  if (part.includes('<!DOCTYPE') || part.includes('<!ENTITY')) throw new FileRefused('fileDoctype');
}

/** Returns the XML parts of a workbook after checking the whole file. @throws FileRefused */
async function checkedParts(content: Buffer): Promise<Parts> {
  const names: string[] = [];
  const parts = await readZipParts(content, (name) => {
    names.push(name);
    return /\.(xml|rels)$/.test(name);
  });
  if (names.some(isMacro)) throw new FileRefused('fileMacros');
  if (names.some((name) => /^xl\/(externalLinks|connections)/i.test(name)))
    throw new FileRefused('fileLinks');
  for (const part of parts.values()) checkEncoding(part);
  const types = String(parts.get('[Content_Types].xml') ?? '');
  if (macroType.test(types)) throw new FileRefused('fileMacros');
  if (!types.includes(workbookType)) throw new FileRefused('fileOfOtherKind');
  for (const [name, part] of parts)
    if (name.endsWith('.rels') && externalLink.test(String(part)))
      throw new FileRefused('fileLinks');
  return parts;
}

type Sheet = Readonly<{ name: string; isVisible: boolean; part: Buffer }>;

/** The targets of the relationships of a part, by id, with the last part of their type. */
function relationships(parts: Parts, folder: string, name: string) {
  const part = parts.get(`${folder}_rels/${name}.rels`);
  const found = new Map<string, Readonly<{ target: string; type: string }>>();
  if (!part) return found;
  readXml(part, {
    open: (tag) => {
      if (tag.local !== 'Relationship') return;
      const target = attribute(tag, 'Target') ?? '';
      const path = new URL(target, `file:///${folder}`).pathname.slice(1);
      const type = (attribute(tag, 'Type') ?? '').split('/').at(-1)!;
      found.set(attribute(tag, 'Id') ?? '', { target: decodeURIComponent(path), type });
    },
  });
  return found;
}

/** The place of the workbook within the file: usually `xl/workbook.xml`. */
function workbookPlace(parts: Parts): Readonly<{ folder: string; name: string }> {
  const main = [...relationships(parts, '', '').values()].find(
    ({ type }) => type === 'officeDocument',
  );
  const path = main && parts.has(main.target) ? main.target : 'xl/workbook.xml';
  const slash = path.lastIndexOf('/') + 1;
  return { folder: path.slice(0, slash), name: path.slice(slash) };
}

/** The sheets with cells, in their order, and what they have in common. */
function readBook(parts: Parts) {
  const { folder, name: workbook } = workbookPlace(parts);
  const part = parts.get(`${folder}${workbook}`);
  if (!part) throw new FileRefused('fileBroken');
  const related = relationships(parts, folder, workbook);
  const partOfType = (type: string) =>
    parts.get([...related.values()].find((each) => each.type === type)?.target ?? '');
  const sheets: Sheet[] = [];
  let from1904 = false;
  readXml(part, {
    open: (tag) => {
      if (tag.local === 'workbookPr')
        from1904 = ['1', 'true'].includes(attribute(tag, 'date1904') ?? '');
      if (tag.local !== 'sheet') return;
      const sheet = related.get(tag.attributes['r:id']?.value ?? attribute(tag, 'id') ?? '');
      const content = sheet?.type === 'worksheet' ? parts.get(sheet.target) : undefined;
      if (!content) return;
      const isVisible = (attribute(tag, 'state') ?? 'visible') === 'visible';
      sheets.push({ name: attribute(tag, 'name') ?? '', isVisible, part: content });
    },
  });
  return {
    sheets,
    context: {
      sharedTexts: readSharedTexts(partOfType('sharedStrings')),
      dateStyles: dateStyles(partOfType('styles')),
      from1904,
    },
  };
}

const sheetNames = (sheets: readonly Readonly<{ name: string }>[]) =>
  sheets.map(({ name }) => `“${name}”`).join(', ');

type ReadSheet = SheetContent & Readonly<{ name: string }>;

/**
 * The sheet of the rows: the one that was asked for, else the visible one with the most known
 * headings. @throws UnreadableFile where several have as many, or none is called so
 */
function chooseSheet(
  sheets: readonly ReadSheet[],
  { isKnown, name }: SheetChoice,
): ReadSheet | undefined {
  if (name) {
    const named = sheets.filter((sheet) => foldText(sheet.name) === foldText(name));
    const exact = named.find((sheet) => sheet.name === name) ?? named[0];
    if (exact) return exact;
    throw new UnreadableFile('noSuchSheet', {
      value: name.slice(0, 60),
      found: sheetNames(sheets),
    });
  }
  const knownIn = ({ rows }: ReadSheet) =>
    rows[0]?.cells.filter((cell) => isKnown(cell.trim())).length ?? 0;
  const most = Math.max(0, ...sheets.map(knownIn));
  // A list of allowed values may share a heading with the table.
  const likely = sheets.filter((sheet) => most > 0 && 2 * knownIn(sheet) >= most);
  if (likely.length > 1) throw new UnreadableFile('severalSheets', { value: sheetNames(likely) });
  return likely[0] ?? sheets.find(({ rows }) => rows.length > 0);
}

/** Reads the rows of a workbook. @throws FileRefused or UnreadableFile */
export async function readWorkbook(content: Buffer, choice: SheetChoice): Promise<Table> {
  const { sheets, context } = readBook(await checkedParts(content));
  const open = choice.name ? sheets : sheets.filter(({ isVisible }) => isVisible);
  const chosen = chooseSheet(
    open.map(({ name, part }) => ({ name, ...readSheet(part, context) })),
    choice,
  );
  const rows = chosen?.rows ?? [];
  const width = rows[0]?.cells.length ?? 0;
  return toTable(
    rows.map(({ cells, ...row }) => {
      const padding = Array<string>(Math.max(0, width - cells.length)).fill('');
      return { ...row, cells: [...cells, ...padding] };
    }),
    [],
    chosen?.hiddenColumns,
  );
}
