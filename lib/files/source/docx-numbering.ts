import 'server-only';
import { formatListNumber, type ListNumber } from '#lib/files/source/list-number';
import { isOn, type Styles } from '#lib/files/source/docx-styles';
import { attribute, readXml, type Tag } from '#lib/files/xml';

/** How one level of a list is numbered: its first number, number format, and text such as `%1.`. */
type Level = {
  start: number;
  format: string;
  /** The first numbers of a format of the author's own. */
  example: string;
  text: string;
  /** Whether the numbers of the levels above are printed in digits. */
  isLegal: boolean;
  /** The level (from 1) whose numbers make this one begin anew; 0 for none. */
  restart?: number;
};
/**
 * An abstract list of numbering.xml: its levels, the levels of paragraph styles, and the style whose
 * list it is a copy of.
 */
type AbstractList = {
  levels: Map<number, Level>;
  levelOfStyle: Map<string, number>;
  style?: string;
};
/**
 * A list of numbering.xml: the abstract list that it is of, and first numbers and levels of its own.
 */
type List = { abstractId: string; starts: Map<number, number>; levels: Map<number, Level> };
/** What a paragraph says of its numbering. */
type ParagraphNumbering = Readonly<{ style?: string; list?: string; level?: number }>;

/**
 * What Word prints before a paragraph; not a number where it is a letter or sign. Unknown where it
 * is in a format that is not known.
 */
export type Label = ListNumber | 'unknown';

/** Gives each paragraph its number. Call it in the order of the document. */
export type Numbering = Readonly<{ labelFor: (paragraph: ParagraphNumbering) => Label }>;

const noLabel: Label = { text: '', isNumber: false };

const maxLevels = 10;

/** Reads the elements of numbering.xml, one after another. */
class NumberingReader {
  readonly abstractLists = new Map<string, AbstractList>();
  readonly lists = new Map<string, List>();
  #abstractList: AbstractList | undefined;
  #list: List | undefined;
  #level: Level | undefined;
  #levelNumber = 0;
  #fallbacks = 0;

  close({ local }: Tag) {
    if (local === 'Fallback') this.#fallbacks -= 1;
  }

  open(tag: Tag) {
    // The number format that old programs print instead of one of the author's own.
    if (tag.local === 'Fallback') this.#fallbacks += 1;
    if (this.#fallbacks > 0) return;
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
        this.#list = { abstractId: '', starts: new Map(), levels: new Map() };
        this.lists.set(attribute(tag, 'numId') ?? '', this.#list);
        break;
      case 'lvl':
        this.#levelNumber = Number(attribute(tag, 'ilvl'));
        this.#level = { start: 1, format: 'decimal', example: '', text: '', isLegal: false };
        (this.#abstractList ?? this.#list)?.levels.set(this.#levelNumber, this.#level);
        break;
      case 'numStyleLink':
        if (this.#abstractList) this.#abstractList.style = value;
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

  #openInLevel(tag: Tag, value: string) {
    if (!this.#level) return;
    const { local } = tag;
    if (local === 'start') this.#level.start = Number(value);
    if (local === 'numFmt') {
      this.#level.format = value;
      this.#level.example = attribute(tag, 'format') ?? '';
    }
    if (local === 'lvlText') this.#level.text = value;
    if (local === 'isLgl') this.#level.isLegal = isOn(value);
    if (local === 'lvlRestart') this.#level.restart = Number(value);
  }
}

/** Counts the paragraphs of all lists of a document. */
class ListCounter {
  readonly #lists: ReadonlyMap<string, List>;
  readonly #abstractLists: ReadonlyMap<string, AbstractList>;
  readonly #styles: Styles;
  /** The last number on each level, by abstract list: lists of one abstract list count on. */
  readonly #counters = new Map<string, number[]>();
  /** The levels that have begun, so that a first number of a list's own counts once. */
  readonly #begun = new Set<string>();

  constructor({ lists, abstractLists }: NumberingReader, styles: Styles) {
    this.#lists = lists;
    this.#abstractLists = abstractLists;
    this.#styles = styles;
  }

  labelFor(paragraph: ParagraphNumbering): Label {
    const numbering = this.#resolve(paragraph);
    const list = numbering && this.#lists.get(numbering.list);
    const found = list && this.#abstractListOf(list);
    if (!numbering || !found) return noLabel;
    const { style } = numbering;
    const { levelOfStyle } = found.abstractList;
    const at = numbering.level ?? (style ? levelOfStyle.get(style) : undefined) ?? 0;
    const levels = new Map([...found.abstractList.levels, ...list.levels]);
    const level = levels.get(at);
    if (!level || !(at >= 0 && at < maxLevels)) return noLabel;
    const counts = this.#count({ id: numbering.list, list, abstractId: found.id, levels }, at);
    return level.format === 'bullet' ? noLabel : formatLabel(at, counts, levels);
  }

  /** Finds the abstract list of a list, also where it is that of a numbering style. */
  #abstractListOf(list: List): Readonly<{ id: string; abstractList: AbstractList }> | undefined {
    let id = list.abstractId;
    for (let depth = 0; depth < maxLevels; depth += 1) {
      const abstractList = this.#abstractLists.get(id);
      if (!abstractList) return undefined;
      const linked =
        abstractList.style === undefined ? undefined : this.#styles.get(abstractList.style);
      const next = linked?.list === undefined ? undefined : this.#lists.get(linked.list);
      if (!next || next.abstractId === id) return { id, abstractList };
      id = next.abstractId;
    }
    return undefined;
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
  #count({ id, list, abstractId, levels }: CountedList, at: number): readonly number[] {
    const counts = this.#counters.get(abstractId) ?? [];
    this.#counters.set(abstractId, counts);
    const key = `${id}/${at}`;
    const restart = this.#begun.has(key) ? undefined : list.starts.get(at);
    this.#begun.add(key);
    const last = counts[at];
    counts[at] = restart ?? (last === undefined ? startOf(levels, at) : last + 1);
    for (let below = at + 1; below < counts.length; below += 1) {
      const level = levels.get(below);
      if (level?.restart === undefined || at < level.restart) delete counts[below];
    }
    return counts;
  }
}

type Levels = ReadonlyMap<number, Level>;
type CountedList = Readonly<{ id: string; list: List; abstractId: string; levels: Levels }>;

const startOf = (levels: Levels, at: number) => levels.get(at)?.start ?? 1;

/** Fills the numbers into the text of a level, such as `%1.%2`. */
function formatLabel(own: number, counts: readonly number[], levels: Levels): Label {
  const { text, isLegal } = levels.get(own)!;
  let isKnown = true;
  let isNumber = true;
  const filled = text.replace(/%([1-9])/g, (_all, digit: string) => {
    const at = Number(digit) - 1;
    const level = levels.get(at);
    const format = isLegal ? 'decimal' : (level?.format ?? 'decimal');
    const number = counts[at] ?? startOf(levels, at);
    const formatted = formatListNumber(number, format, level?.example);
    isKnown &&= formatted !== undefined;
    if (at === own) isNumber = formatted?.isNumber ?? false;
    return formatted?.text ?? '';
  });
  // 1) below a paragraph is an item of its list, as a) is.
  const isItem = own > 0 && /^%\d\)$/.test(text.trim());
  return isKnown ? { text: filled.trim(), isNumber: isNumber && !isItem } : 'unknown';
}

/** Returns how Word numbers the paragraphs of a document: their text does not have the numbers. */
export function numberingOf(numberingPart: Buffer | undefined, styles: Styles): Numbering {
  if (!numberingPart) return { labelFor: () => noLabel };
  const reader = new NumberingReader();
  readXml(numberingPart, {
    open: (tag) => reader.open(tag),
    close: (tag) => reader.close(tag),
  });
  return new ListCounter(reader, styles);
}
