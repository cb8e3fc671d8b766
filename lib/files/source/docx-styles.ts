import 'server-only';
import { attribute, readXml, type Tag } from '#lib/files/xml';

/** How a run is set, as far as its text depends on it. */
export type RunProperties = {
  isHidden?: boolean;
  isRaised?: boolean;
  isPlaceholder?: boolean;
  font?: string;
};
type Style = RunProperties & { parent?: string; list?: string; level?: number };
export type Styles = ReadonlyMap<string, Style>;

const maxDepth = 10;

/** Whether a property that needs no value is on. */
export const isOn = (value: string | undefined): boolean =>
  !['0', 'false', 'off'].includes(value ?? '');

/** Reads a property of a run into what is known of it. */
export function readRunProperty(tag: Tag, run: RunProperties): void {
  const value = attribute(tag, 'val');
  if (tag.local === 'vanish' || tag.local === 'specVanish') run.isHidden = isOn(value);
  if (tag.local === 'vertAlign') run.isRaised = value === 'superscript';
  // A run that is put up by hand, by two points or more.
  if (tag.local === 'position') run.isRaised = Number(value) >= 4;
  if (tag.local === 'rFonts') run.font = attribute(tag, 'ascii') ?? attribute(tag, 'hAnsi');
}

/** Reads the styles of a document: what they inherit, and what they say of numbers and runs. */
export function readStyles(part: Buffer): Styles {
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
      readRunProperty(tag, style);
    },
  });
  return styles;
}

/** Returns what a style and those that it is based on say of a run. */
export function runOfStyle(styles: Styles, name: string | undefined): RunProperties {
  const chain: Style[] = [];
  let next = name;
  while (next !== undefined && chain.length < maxDepth) {
    const style = styles.get(next);
    if (!style) break;
    chain.unshift(style);
    next = style.parent;
  }
  const run: RunProperties = {};
  for (const { isHidden, isRaised, font } of chain) {
    run.isHidden = isHidden ?? run.isHidden;
    run.isRaised = isRaised ?? run.isRaised;
    run.font = font ?? run.font;
  }
  return run;
}
