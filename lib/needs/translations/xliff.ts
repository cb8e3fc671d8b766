import 'server-only';
import { isLocale, type Locale } from '#lib/convention/names';
import { FileRefused } from '#lib/files/refusal';
import { parseFile, type ParsedFile } from '#lib/files/tables/parse-file';
import { attribute, readXml, type Tag } from '#lib/files/xml';
import { escapeMarkup } from '#lib/text/escape';
import { isUuid } from '#lib/text/uuid';

/** XLIFF 2.0 and 2.1 have the same namespace. */
const namespace = 'urn:oasis:names:tc:xliff:document:2.0';
const fields = ['text', 'quote'] as const;
type TranslatedField = (typeof fields)[number];

/** What is to be translated of one need. */
export type XliffNeed = Readonly<{
  id: string;
  reference: string;
  /** The version of the need, and the number of the translation that the file has. */
  version: number;
  follows: number;
  parts: readonly Readonly<{ field: TranslatedField; source: string; target: string | null }>[];
}>;

const unitOf = (need: XliffNeed, { field, source, target }: XliffNeed['parts'][number]) => {
  const id = `${field}.${need.version}.${need.follows}.${need.id}`;
  const translated = target === null ? '' : `<target>${escapeMarkup(target)}</target>`;
  const state = target === null ? 'initial' : 'translated';
  return `<unit id="${id}" name="${escapeMarkup(need.reference)}"><segment state="${state}"><source>${escapeMarkup(source)}</source>${translated}</segment></unit>`;
};

/** Writes a file of needs in one language to be translated into another. */
export function xliffOf(from: Locale, to: Locale, needs: readonly XliffNeed[]): string {
  const units = needs.flatMap((need) => need.parts.map((part) => unitOf(need, part)));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="${namespace}" version="2.0" srcLang="${from}" trgLang="${to}" xml:space="preserve">`,
    '<file id="needs">',
    ...units,
    '</file>',
    '</xliff>',
    '',
  ].join('\n');
}

/** A unit of a file: which part of which need it translates. */
export type ParsedUnit = Readonly<{
  /** Its place among the units, from 1. */
  line: number;
  name: string;
  field: TranslatedField;
  version: number;
  follows: number;
  id: string;
  source: string;
  /** Null where nothing is translated; `isPartial` where only some segments are. */
  target: string | null;
  isPartial: boolean;
}>;
export type ParsedXliff = Readonly<{ from: Locale; to: Locale; units: readonly ParsedUnit[] }>;

const mostUnits = 20_000;

const unitId = /^(text|quote)\.(\d{1,9})\.(\d{1,9})\.([0-9a-f-]{36})$/;

type OpenUnit = {
  id: string;
  name: string;
  /** Its parts in their order; what is between segments is not translated. */
  segments: { source: string; target: string; isText: boolean }[];
};

/** The fault of a file that is not what the register reads. */
class WrongFile extends Error {
  readonly values: Readonly<Record<string, string | number>>;
  constructor(key: string, values: Readonly<Record<string, string | number>> = {}) {
    super(key);
    this.values = values;
  }
}

function languagesOf(tag: Tag): Readonly<{ from: Locale; to: Locale }> {
  const version = attribute(tag, 'version') ?? '';
  if (tag.local !== 'xliff' || tag.uri !== namespace || !['2.0', '2.1'].includes(version))
    throw new WrongFile('notXliff');
  const [from, to] = ['srcLang', 'trgLang'].map((name) => attribute(tag, name)?.toLowerCase());
  if (!isLocale(from) || !isLocale(to) || from === to) throw new WrongFile('xliffLanguages');
  return { from, to };
}

function parsedUnit({ id, name, segments }: OpenUnit, line: number): ParsedUnit {
  const [, field, version, follows, needId = ''] = unitId.exec(id) ?? [];
  if (!field || !isUuid(needId)) throw new WrongFile('xliffUnit', { value: id.slice(0, 80) });
  const filled = segments.filter(({ isText, source }) => isText && source.trim() !== '');
  const translated = filled.filter(({ target }) => target.trim() !== '');
  const whole = segments.map(({ isText, source, target }) =>
    isText || target !== '' ? target : source,
  );
  const target = whole.join('').trim();
  return {
    line,
    name,
    field: field as TranslatedField,
    version: Number(version),
    follows: Number(follows),
    id: needId,
    source: segments.map(({ source }) => source).join(''),
    target: translated.length === 0 || target === '' ? null : target,
    isPartial: translated.length > 0 && translated.length < filled.length,
  };
}

/** Collects the units of a file while its XML is read. */
class UnitReader {
  languages: Readonly<{ from: Locale; to: Locale }> | undefined;
  readonly units: ParsedUnit[] = [];
  #unit: OpenUnit | undefined;
  #into: 'source' | 'target' | undefined;

  open(tag: Tag) {
    this.languages ??= languagesOf(tag);
    if (tag.local === 'unit' && tag.uri === namespace) {
      const [id = '', name = ''] = ['id', 'name'].map((each) => attribute(tag, each));
      this.#unit = { id, name, segments: [] };
    } else if (tag.local === 'segment' || tag.local === 'ignorable')
      this.#unit?.segments.push({ source: '', target: '', isText: tag.local === 'segment' });
    else if (tag.uri === namespace && (tag.local === 'source' || tag.local === 'target'))
      this.#into = tag.local;
  }

  text(text: string) {
    const segment = this.#unit?.segments.at(-1);
    if (segment && this.#into) segment[this.#into] += text;
  }

  close({ local, uri }: Tag) {
    if (local === this.#into) this.#into = undefined;
    if (local !== 'unit' || uri !== namespace || !this.#unit) return;
    if (this.units.length >= mostUnits) throw new FileRefused('fileTooMuch');
    this.units.push(parsedUnit(this.#unit, this.units.length + 1));
    this.#unit = undefined;
  }
}

/** Reads a file of translations; a worker runs it. */
export const parse = (content: Uint8Array): Promise<ParsedFile> =>
  parseFile(content, async () => {
    const reader = new UnitReader();
    try {
      readXml(Buffer.from(content), {
        open: (tag) => reader.open(tag),
        close: (tag) => reader.close(tag),
        text: (text) => reader.text(text),
      });
    } catch (error) {
      if (error instanceof WrongFile)
        return { faults: [{ key: error.message, values: error.values }] };
      if (error instanceof TypeError) throw new FileRefused('fileBroken');
      throw error;
    }
    const { languages, units } = reader;
    if (!languages || units.length === 0) return { faults: [{ key: 'xliffEmpty' }] };
    return { value: { ...languages, units } satisfies ParsedXliff };
  });
