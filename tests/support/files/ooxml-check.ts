import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { mixed, sequences } from '#tests/support/files/ooxml-sequences';

type Parts = Readonly<Record<string, Uint8Array>>;
const isXml = (name: string) => /\.(xml|rels)$/.test(name);

/** Goes through a part; what is not well formed is a fault. */
export function each(
  part: Uint8Array,
  open: (tag: SaxesTagNS, path: readonly SaxesTagNS[]) => void,
): string[] {
  const faults: string[] = [];
  const path: SaxesTagNS[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', ({ message }) => {
    faults.push(message);
  });
  parser.on('opentag', (tag) => {
    open(tag, path);
    path.push(tag);
  });
  parser.on('closetag', () => {
    path.pop();
  });
  parser.write(strFromU8(part)).close();
  return faults;
}

const attributeOf = (tag: SaxesTagNS, name: string) =>
  Object.values(tag.attributes).find((attribute) => attribute.name === name)?.value;

/** Children that stand out of the order of the standard, or that it does not know there. */
function orderFaults(name: string, part: Uint8Array): string[] {
  const faults: string[] = [];
  const reached = new Map<SaxesTagNS, number>();
  const notXml = each(part, (tag, path) => {
    const parent = path.at(-1);
    const order = parent && sequences[parent.name];
    if (!parent || !order) return;
    const place = order.indexOf(tag.local);
    const before = reached.get(parent) ?? -1;
    const free = mixed[parent.name];
    if (place < 0) faults.push(`${name}: ${tag.name} is not known in ${parent.name}`);
    else if (place < before && !(free?.has(tag.local) && free.has(order[before] ?? '')))
      faults.push(`${name}: ${tag.name} stands after ${order[before]} in ${parent.name}`);
    reached.set(parent, Math.max(place, before));
  });
  return [...notXml.map((fault) => `${name}: ${fault}`), ...faults];
}

function typeFaults(parts: Parts): string[] {
  const types = parts['[Content_Types].xml'];
  if (!types) return ['no [Content_Types].xml'];
  const [extensions, overrides] = [new Set<string>(), new Set<string>()];
  each(types, (tag) => {
    if (tag.local === 'Default') extensions.add(attributeOf(tag, 'Extension') ?? '');
    if (tag.local === 'Override')
      overrides.add((attributeOf(tag, 'PartName') ?? '').replace(/^\//, ''));
  });
  const names = Object.keys(parts).filter((name) => name !== '[Content_Types].xml');
  return [
    ...names
      .filter((name) => !overrides.has(name) && !extensions.has(name.split('.').at(-1) ?? ''))
      .map((name) => `${name} has no content type`),
    ...names
      .filter((name) => name.endsWith('.xml') && !overrides.has(name))
      .map((name) => `${name} is of no type but application/xml`),
    ...[...overrides]
      .filter((name) => !parts[name])
      .map((name) => `a content type for ${name}, which is not there`),
  ];
}

function relationFaults(parts: Parts): string[] {
  const faults: string[] = [];
  const reached = new Set<string>();
  for (const [name, part] of Object.entries(parts).filter(([each]) => each.endsWith('.rels'))) {
    const owner = name.replace(/_rels\/([^/]*)\.rels$/, '$1');
    if (owner !== '' && !parts[owner]) faults.push(`${name} belongs to no part`);
    const ids = new Set<string>();
    each(part, (tag) => {
      if (tag.local !== 'Relationship' || attributeOf(tag, 'TargetMode') === 'External') return;
      const [id, target] = [attributeOf(tag, 'Id') ?? '', attributeOf(tag, 'Target') ?? ''];
      const path = target.startsWith('/')
        ? target.slice(1)
        : posix.join(posix.dirname(owner), target);
      if (ids.has(id)) faults.push(`${name}: ${id} twice`);
      ids.add(id);
      reached.add(path);
      if (!parts[path]) faults.push(`${name}: ${target} is not there`);
    });
    const used = parts[owner];
    if (used && isXml(owner))
      each(used, (tag) => {
        for (const { prefix, value } of Object.values(tag.attributes))
          if (prefix === 'r' && !ids.has(value)) faults.push(`${owner}: no relationship ${value}`);
      });
  }
  const alone = Object.keys(parts).filter(
    (name) => name !== '[Content_Types].xml' && !name.endsWith('.rels') && !reached.has(name),
  );
  return [...faults, ...alone.map((name) => `${name} is reached by no relationship`)];
}

/** Ids that must be single, and names that must exist: styles, bookmarks, footnotes. */
function nameFaults(parts: Parts): string[] {
  const faults: string[] = [];
  const styles = new Set<string>();
  const footnotes = new Set<string>();
  each(parts['word/styles.xml'] ?? new Uint8Array(), (tag) => {
    if (tag.name === 'w:style') styles.add(attributeOf(tag, 'w:styleId') ?? '');
  });
  if (parts['word/footnotes.xml'])
    each(parts['word/footnotes.xml'], (tag) => {
      if (tag.name === 'w:footnote') footnotes.add(attributeOf(tag, 'w:id') ?? '');
    });
  const seen = {
    'w:bookmarkStart': new Set<string>(),
    'w:id': new Set<string>(),
    'wp:docPr': new Set<string>(),
  };
  const once = (kind: keyof typeof seen, id: string) => {
    if (seen[kind].has(id)) faults.push(`${kind} ${id} twice`);
    seen[kind].add(id);
  };
  const bookmarks = new Set<string>();
  const anchors: string[] = [];
  for (const name of Object.keys(parts).filter((each) => /^word\/[^/]*\.xml$/.test(each)))
    each(parts[name] ?? new Uint8Array(), (tag, path) => {
      const val = attributeOf(tag, 'w:val') ?? '';
      if (/^w:(pStyle|rStyle|tblStyle|basedOn|next|link)$/.test(tag.name) && !styles.has(val))
        faults.push(`${name}: no style ${val}`);
      if (tag.name === 'w:bookmarkStart') {
        once('w:bookmarkStart', attributeOf(tag, 'w:id') ?? '');
        bookmarks.add(attributeOf(tag, 'w:name') ?? '');
      }
      if (tag.name === 'w:id' && path.at(-1)?.name === 'w:sdtPr') once('w:id', val);
      if (tag.name === 'wp:docPr') once('wp:docPr', attributeOf(tag, 'id') ?? '');
      if (tag.name === 'w:tag' && val.length > 64)
        faults.push(`${name}: tag ${val} is longer than Word reads`);
      if (tag.name === 'w:footnoteReference' && !footnotes.has(attributeOf(tag, 'w:id') ?? ''))
        faults.push(`${name}: no footnote ${attributeOf(tag, 'w:id')}`);
      if (tag.name === 'w:hyperlink') {
        const anchor = attributeOf(tag, 'w:anchor');
        if (anchor !== undefined) anchors.push(anchor);
      }
    });
  const fields = [
    ...strFromU8(parts['word/document.xml'] ?? new Uint8Array()).matchAll(/ (?:NOTE)?REF (\S+) /g),
  ].map(([, name = '']) => name);
  return [
    ...faults,
    ...[...anchors, ...fields]
      .filter((name) => !bookmarks.has(name))
      .map((name) => `no bookmark ${name}`),
    ...[...bookmarks]
      .filter((name) => !/^[A-Za-z_]\w{0,39}$/.test(name))
      .map((name) => `bookmark ${name} is none for Word`),
  ];
}

/** Cells end with a paragraph, and a row has as many as the table has columns. */
function tableFaults(parts: Parts): string[] {
  const tables =
    strFromU8(parts['word/document.xml'] ?? new Uint8Array()).match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
  return tables.flatMap((table, n) => {
    const columns = table.match(/<w:gridCol /g)?.length ?? 0;
    const rows = table.match(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs) ?? [];
    return [
      ...rows
        .filter((row) => (row.match(/<w:tc>/g)?.length ?? 0) !== columns)
        .map(() => `table ${n + 1}: a row with other than ${columns} cells`),
      ...(/<\/w:tcPr><\/w:tc>|<w:tc><\/w:tc>/.test(table)
        ? [`table ${n + 1}: a cell without a paragraph`]
        : []),
    ];
  });
}

/**
 * What Word would not read, or read otherwise, in a package of Office Open XML. Empty when there is
 * nothing.
 */
export function ooxmlFaults(content: Uint8Array): string[] {
  const parts = unzipSync(content);
  const order = Object.entries(parts)
    .filter(([name]) => isXml(name))
    .flatMap(([name, part]) => orderFaults(name, part));
  return [
    ...order,
    ...typeFaults(parts),
    ...relationFaults(parts),
    ...(parts['word/document.xml'] ? [...nameFaults(parts), ...tableFaults(parts)] : []),
  ];
}
