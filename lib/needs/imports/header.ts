import { listed, quoted, type Say } from '#lib/needs/imports/faults';
import { Records } from '#lib/needs/imports/records';
import {
  columns,
  columnsOf,
  delimiters,
  type Delimiter,
  type Kind,
} from '#lib/needs/imports/vocabulary';

/**
 * What the header line says: what stands between cells and between the entries of a list, and which
 * column is where.
 */
export type Header = Readonly<{
  delimiter: Delimiter;
  /** Entries of a list are separated by `;`, and by `|` too where `;` already separates cells. */
  entries: RegExp;
  separator: string;
  width: number;
  places: ReadonlyMap<string, number>;
}>;

const namesIn = (line: string, delimiter: Delimiter): string[] => {
  const [record] = new Records(delimiter, () => undefined).read(line, true);
  return (record?.cells ?? []).map((name) => name.trim());
};

/** Reads the header line. The delimiter is the one that yields the most known columns. */
export function headerOf(kind: Kind, line: string, say: Say): Header | undefined {
  const known = columnsOf(kind);
  const readings = delimiters.map((delimiter) => ({ delimiter, names: namesIn(line, delimiter) }));
  const knownIn = ({ names }: { names: readonly string[] }) =>
    names.filter((name) => known.includes(name)).length;
  const best = readings.reduce((a, b) => (knownIn(b) > knownIn(a) ? b : a));
  if (knownIn(best) === 0) {
    say('', 'noKnownColumn', { allowed: known.join(', ') });
    return undefined;
  }
  const { delimiter, names } = best;
  const places = new Map<string, number>();
  for (const [place, name] of names.entries()) {
    if (!known.includes(name))
      say(name || 'header', 'unknownColumn', { value: quoted(name), allowed: known.join(', ') });
    else if (places.has(name)) say(name, 'repeatedColumn');
    else places.set(name, place);
  }
  const { required } = columns[kind];
  for (const name of required)
    if (!places.has(name)) say(name, 'missingColumn', { allowed: listed(required) });
  if (places.has('text') && !places.has('language')) say('language', 'textNeedsLanguage');
  const [entries, separator] = delimiter === ';' ? [/[;|]/, '; or |'] : [/;/, ';'];
  return { delimiter, entries, separator, width: names.length, places };
}

/** One line of data. */
export class Row {
  readonly line: number;
  readonly header: Header;
  readonly #cells: readonly string[];
  constructor(line: number, header: Header, cells: readonly string[]) {
    this.line = line;
    this.header = header;
    this.#cells = cells;
  }

  /** What a cell holds, without the spaces around it; empty where there is no such column. */
  text(column: string): string {
    const place = this.header.places.get(column);
    return place === undefined ? '' : (this.#cells[place] ?? '').trim();
  }

  list(column: string): string[] {
    const text = this.text(column);
    return text === '' ? [] : text.split(this.header.entries).map((entry) => entry.trim());
  }
}
