import 'server-only';
import { formatListNumber } from '#lib/files/source/list-number';
import { attribute, readXml, type Tag } from '#lib/files/xml';

/** How one level of a list is numbered: its first number, number format, and text such as `%1.`. */
type Level = { start: number; format: string; text: string };
/** An abstract list of numbering.xml: its levels, and the levels of paragraph styles. */
type AbstractList = { levels: Map<number, Level>; levelOfStyle: Map<string, number> };
/** A list of numbering.xml: the abstract list that it is of, and first numbers of its own. */
type List = { abstractId: string; starts: Map<number, number> };
type Style = { parent?: string; list?: string; level?: number };
/** What a paragraph says of its numbering. */
type ParagraphNumbering = Readonly<{ style?: string; list?: string; level?: number }>;

/** Gives each paragraph its number. Call it in the order of the document. */
export type Numbering = Readonly<{ labelFor: (paragraph: ParagraphNumbering) => string }>;

const maxLevels = 10;

/** Reads the elements of numbering.xml, one after another. */
class NumberingReader {
  readonly abstractLists = new Map<string, AbstractList>();
  readonly lists = new Map<string, List>();
  #abstractList: AbstractList | undefined;
  #list: List | undefined;
  #level: Level | undefined;
  #levelNumber = 0;

  open(tag: Tag) {
    const value = attribute(tag, 'val') ?? '';
    switch (tag.local) {
      case 'abstractNum':
        this.#abstractList = { levels: new Map(), levelOfStyle: new Map() };
        this.#list = undefined;
        this.abstractLists.set(attribute(tag, 'abstractNumId') ?? '', this.#abstractList);
        break;
      case 'num':
        this.#abstractList = undefined;
        this.#level = undefined;
        this.#list = { abstractId: '', starts: new Map() };
        this.lists.set(attribute(tag, 'numId') ?? '', this.#list);
        break;
      case 'lvl':
        this.#levelNumber = Number(attribute(tag, 'ilvl'));
        this.#level = { start: 1, format: 'decimal', text: '' };
        this.#abstractList?.levels.set(this.#levelNumber, this.#level);
        break;
      case 'pStyle':
        this.#abstractList?.levelOfStyle.set(value, this.#levelNumber);
        break;
      default:
        this.#openInList(tag, value);
        this.#openInLevel(tag, value);
    }
  }

  #openInList(tag: Tag, value: string) {
    if (tag.local === 'lvlOverride') this.#levelNumber = Number(attribute(tag, 'ilvl'));
    if (!this.#list) return;
    if (tag.local === 'abstractNumId') this.#list.abstractId = value;
    if (tag.local === 'startOverride') this.#list.starts.set(this.#levelNumber, Number(value));
  }

  #openInLevel({ local }: Tag, value: string) {
    if (!this.#level) return;
    if (local === 'start') this.#level.start = Number(value);
    if (local === 'numFmt') this.#level.format = value;
    if (local === 'lvlText') this.#level.text = value;
  }
}

function readStyles(part: Buffer): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  readXml(part, {
    open: (tag) => {
      const value = attribute(tag, 'val');
      if (tag.local === 'style') {
        style = {};
        styles.set(attribute(tag, 'styleId') ?? '', style);
      }
      if (!style) return;
      if (tag.local === 'basedOn') style.parent = value;
      if (tag.local === 'numId') style.list = value;
      if (tag.local === 'ilvl') style.level = Number(value);
    },
  });
  return styles;
}

/** Counts the paragraphs of all lists of a document. */
class ListCounter {
  readonly #lists: ReadonlyMap<string, List>;
  readonly #abstractLists: ReadonlyMap<string, AbstractList>;
  readonly #styles: ReadonlyMap<string, Style>;
  /** The last number on each level, by abstract list: lists of one abstract list count on. */
  readonly #counters = new Map<string, number[]>();
  /** The levels that have begun, so that a first number of a list's own counts once. */
  readonly #begun = new Set<string>();

  constructor({ lists, abstractLists }: NumberingReader, styles: ReadonlyMap<string, Style>) {
    this.#lists = lists;
    this.#abstractLists = abstractLists;
    this.#styles = styles;
  }

  labelFor(paragraph: ParagraphNumbering): string {
    const numbering = this.#resolve(paragraph);
    const list = numbering && this.#lists.get(numbering.list);
    const abstractList = list && this.#abstractLists.get(list.abstractId);
    if (!numbering || !abstractList) return '';
    const { style } = numbering;
    const at = numbering.level ?? (style ? abstractList.levelOfStyle.get(style) : undefined) ?? 0;
    const level = abstractList.levels.get(at);
    if (!level || !(at >= 0 && at < maxLevels)) return '';
    const counts = this.#count(numbering.list, list, abstractList, at);
    return level.format === 'bullet' ? '' : formatLabel(level, counts, abstractList);
  }

  /** Finds the list of a paragraph: its own, or that of its style or the style's parents. */
  #resolve({
    style,
    list,
    level,
  }: ParagraphNumbering): { list: string; level?: number; style?: string } | undefined {
    if (list !== undefined) return { list, level };
    let name = style;
    for (let depth = 0; name !== undefined && depth < maxLevels; depth += 1) {
      const known = this.#styles.get(name);
      if (known?.list !== undefined)
        return { list: known.list, level: level ?? known.level, style: name };
      name = known?.parent;
    }
    return undefined;
  }

  /** Counts a paragraph, and returns the number on each level down to its own. */
  #count(listId: string, list: List, abstractList: AbstractList, at: number): readonly number[] {
    const counts = this.#counters.get(list.abstractId) ?? [];
    this.#counters.set(list.abstractId, counts);
    const key = `${listId}/${at}`;
    const restart = this.#begun.has(key) ? undefined : list.starts.get(at);
    this.#begun.add(key);
    const last = counts[at];
    const next = last === undefined ? startOf(abstractList, at) : last + 1;
    counts[at] = restart ?? next;
    counts.length = at + 1;
    return counts;
  }
}

const startOf = ({ levels }: AbstractList, at: number) => levels.get(at)?.start ?? 1;

/** Fills the numbers into the text of a level, such as `%1.%2`. */
const formatLabel = (
  { text }: Level,
  counts: readonly number[],
  abstractList: AbstractList,
): string =>
  text
    .replace(/%([1-9])/g, (_all, digit: string) => {
      const at = Number(digit) - 1;
      const format = abstractList.levels.get(at)?.format ?? 'decimal';
      return formatListNumber(counts[at] ?? startOf(abstractList, at), format);
    })
    .trim();

/** Returns how Word numbers the paragraphs of a document: their text does not have the numbers. */
export function numberingOf(
  numberingPart: Buffer | undefined,
  stylesPart: Buffer | undefined,
): Numbering {
  if (!numberingPart) return { labelFor: () => '' };
  const reader = new NumberingReader();
  readXml(numberingPart, { open: (tag) => reader.open(tag) });
  return new ListCounter(reader, stylesPart ? readStyles(stylesPart) : new Map<string, Style>());
}
