import 'server-only';
import { Buffer } from 'node:buffer';

/** What the properties of a document say; each is shown by programs that read PDF. */
export type Properties = Readonly<{ author: string; subject: string; keywords: string }>;

const string = (text: string) =>
  `<FEFF${Buffer.from(text.toWellFormed(), 'utf16le').swap16().toString('hex').toUpperCase()}>`;
const title = /\/Title\s*(<[^>]*>|\((?:\\.|[^\\)])*\))/s;

/** The objects of a PDF as Chromium writes it: one table of places, nothing packed but streams. */
function objectsOf(file: Buffer) {
  const text = file.toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-200))?.[1] ?? Number.NaN);
  const table = /^xref\s+0 (\d+)\s+/.exec(text.slice(start, start + 60));
  const trailer = /trailer\s*<<(.*?)>>/s.exec(text.slice(start))?.[1];
  if (!table || trailer === undefined) return undefined;
  const places =
    text
      .slice(start + table[0].length, start + table[0].length + 20 * Number(table[1]))
      .match(/\d{10} \d{5} [nf]/g) ?? [];
  const bodyOf = (number: number) => {
    const at = Number(places[number]?.slice(0, 10) ?? Number.NaN);
    const end = text.indexOf('endobj', at);
    return Number.isNaN(at) || end < 0
      ? ''
      : (/^(\d+) 0 obj\s*(.*)$/s.exec(text.slice(at, end))?.[2] ?? '').trim();
  };
  return { start, trailer, size: Number(table[1]), bodyOf };
}
const reference = (body: string, name: string) =>
  Number(new RegExp(`/${name}\\s+(\\d+) 0 R`).exec(body)?.[1] ?? 0);

/**
 * The same file with these titles of its bookmarks, in their order, and these properties; as it is
 * where it has other bookmarks or is put together
 * otherwise. Chromium gathers the title of a bookmark as it is drawn, so that the words of an
 * Arabic one stand in the wrong order.
 */
export function withTitles(
  content: Uint8Array,
  titles: readonly string[],
  { author, subject, keywords }: Properties,
): Uint8Array {
  const file = Buffer.from(content);
  const objects = objectsOf(file);
  if (!objects) return content;
  const { start, trailer, size, bodyOf } = objects;
  const found: number[] = [];
  const gather = (first: number) => {
    for (
      let at = first;
      at > 0 && found.length <= titles.length;
      at = reference(bodyOf(at), 'Next')
    ) {
      found.push(at);
      gather(reference(bodyOf(at), 'First'));
    }
  };
  gather(reference(bodyOf(reference(bodyOf(reference(trailer, 'Root')), 'Outlines')), 'First'));
  const info = reference(trailer, 'Info');
  const about = bodyOf(info);
  if (
    found.length !== titles.length ||
    !found.every((number) => title.test(bodyOf(number))) ||
    !about.startsWith('<<')
  )
    return content;
  const changed = [
    ...found.map(
      (number, at) =>
        [number, bodyOf(number).replace(title, () => `/Title ${string(titles[at]!)}`)] as const,
    ),
    [
      info,
      `<</Author ${string(author)}\n/Subject ${string(subject)}\n/Keywords ${string(keywords)}\n${about.slice(2)}`,
    ] as const,
  ];
  // A PDF is changed by what is written after its end: the objects anew, where they are, and where
  // the table before that stands.
  let added = '\n';
  const places = changed.map(([number, body]) => {
    const place = file.length + added.length;
    added += `${number} 0 obj\n${body}\nendobj\n`;
    return `${number} 1\n${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = file.length + added.length;
  added += `xref\n${places.join('')}trailer\n<</Size ${size}\n/Root ${reference(trailer, 'Root')} 0 R\n/Info ${info} 0 R\n/Prev ${start}>>\nstartxref\n${table}\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([file, Buffer.from(added, 'latin1')]));
}
