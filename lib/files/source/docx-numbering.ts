import 'server-only';
import { attribute, readXml } from '#lib/files/xml';
import { written } from '#lib/files/source/written-number';

type Level = { start: number; format: string; text: string };
type List = { levels: Map<number, Level>; byStyle: Map<string, number> };
type Use = Readonly<{ style?: string; list?: string; level?: number }>;

export type Numbering = Readonly<{ labelFor: (use: Use) => string }>;

const most = 10;

function listsOf(part: Buffer) {
  const abstract = new Map<string, List>();
  const lists = new Map<string, { of: string; starts: Map<number, number> }>();
  let list: List | undefined;
  let level: Level | undefined;
  let levelNumber = 0;
  let used: { of: string; starts: Map<number, number> } | undefined;
  readXml(part, {
    open: (tag) => {
      const value = attribute(tag, 'val') ?? '';
      switch (tag.local) {
        case 'abstractNum':
          list = { levels: new Map(), byStyle: new Map() };
          used = undefined;
          abstract.set(attribute(tag, 'abstractNumId') ?? '', list);
          break;
        case 'num':
          list = undefined;
          level = undefined;
          used = { of: '', starts: new Map() };
          lists.set(attribute(tag, 'numId') ?? '', used);
          break;
        case 'abstractNumId':
          if (used) used.of = value;
          break;
        case 'lvlOverride':
          levelNumber = Number(attribute(tag, 'ilvl'));
          break;
        case 'startOverride':
          used?.starts.set(levelNumber, Number(value));
          break;
        case 'lvl':
          levelNumber = Number(attribute(tag, 'ilvl'));
          level = { start: 1, format: 'decimal', text: '' };
          list?.levels.set(levelNumber, level);
          break;
        case 'start':
          if (level) level.start = Number(value);
          break;
        case 'numFmt':
          if (level) level.format = value;
          break;
        case 'lvlText':
          if (level) level.text = value;
          break;
        case 'pStyle':
          list?.byStyle.set(value, levelNumber);
          break;
        default:
          break;
      }
    },
  });
  return { abstract, lists };
}

type Style = { parent?: string; list?: string; level?: number };

function stylesOf(part: Buffer): Map<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  readXml(part, {
    open: (tag) => {
      const value = attribute(tag, 'val');
      if (tag.local === 'style') styles.set(attribute(tag, 'styleId') ?? '', (style = {}));
      if (!style) return;
      if (tag.local === 'basedOn') style.parent = value;
      if (tag.local === 'numId') style.list = value;
      if (tag.local === 'ilvl') style.level = Number(value);
    },
  });
  return styles;
}

/**
 * How Word numbers the paragraphs of a document, which their text does not say. Ask in the order of
 * the document.
 */
export function numberingOf(
  numberingPart: Buffer | undefined,
  stylesPart: Buffer | undefined,
): Numbering {
  if (!numberingPart) return { labelFor: () => '' };
  const { abstract, lists } = listsOf(numberingPart);
  const styles = stylesPart ? stylesOf(stylesPart) : new Map<string, Style>();
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();

  const listOf = ({
    style,
    list,
    level,
  }: Use): { id: string; level?: number; style?: string } | undefined => {
    if (list !== undefined) return { id: list, level };
    for (let name = style, n = 0; name !== undefined && n < most; n += 1) {
      const known = styles.get(name);
      if (known?.list !== undefined)
        return { id: known.list, level: level ?? known.level, style: name };
      name = known?.parent;
    }
    return undefined;
  };

  return {
    labelFor: (use) => {
      const asked = listOf(use);
      const used = asked && lists.get(asked.id);
      const list = used && abstract.get(used.of);
      if (!asked || !list) return '';
      const at = asked.level ?? (asked.style ? list.byStyle.get(asked.style) : undefined) ?? 0;
      const level = list.levels.get(at);
      if (!level || !(at >= 0 && at < most)) return '';
      const counts = counters.get(used.of) ?? [];
      counters.set(used.of, counts);
      const startOf = (n: number) => list.levels.get(n)?.start ?? 1;
      const first = `${asked.id}/${at}`;
      const restart = begun.has(first) ? undefined : used.starts.get(at);
      begun.add(first);
      counts[at] = restart ?? (counts[at] === undefined ? startOf(at) : counts[at] + 1);
      counts.length = at + 1;
      if (level.format === 'bullet') return '';
      return level.text
        .replace(/%([1-9])/g, (_all, digit: string) => {
          const n = Number(digit) - 1;
          return written(counts[n] ?? startOf(n), list.levels.get(n)?.format ?? 'decimal');
        })
        .trim();
    },
  };
}
