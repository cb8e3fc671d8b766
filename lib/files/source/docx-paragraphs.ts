import 'server-only';
import type { Unread } from '#lib/files/limits';
import type { Label, Numbering } from '#lib/files/source/docx-numbering';
import {
  isOn,
  readRunProperty,
  runOfStyle,
  type RunProperties,
  type Styles,
} from '#lib/files/source/docx-styles';
import type { Paragraph } from '#lib/files/source/passages';
import { printedNumber } from '#lib/files/source/printed-number';
import { raisedDigits, raisedText } from '#lib/files/source/raised-text';
import { symbolCharacter } from '#lib/files/source/symbol-font';
import { attribute, readXml, type Tag } from '#lib/files/xml';

/**
 * Elements whose content is not part of the text: deleted or moved text, earlier formatting, a
 * second copy for old programs, how a character is said.
 */
export const ignoredElements: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'pPrChange',
  'rPrChange',
  'Fallback',
  'instrText',
  'delText',
  'rt',
]);
/** Elements that are characters of the text. */
export const characterElements: Readonly<Record<string, string>> = {
  tab: ' ',
  ptab: ' ',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '\u2011',
};
/** Elements that show something which is not text: images, charts, parts in other formats. */
const objectElements: ReadonlySet<string> = new Set([
  'blip',
  'imagedata',
  'chart',
  'relIds',
  'altChunk',
  'contentPart',
  'subDoc',
]);
/** Fonts whose letters are signs, of which only those of the first two are known. */
const signFont =
  /^(?:symbol|wingdings(?: ?[23])?|webdings|marlett|mt extra|(?:itc )?zapf ?dingbats)$/i;
const mathNamespace = /\/math$/;
const noteElements: ReadonlySet<string> = new Set(['footnoteReference', 'endnoteReference']);

/** What Word shows of a document, and what of it could not be read. */
export type DocxText = Readonly<{ paragraphs: readonly Paragraph[]; unread: Unread }>;

/** A paragraph whose end has not been read. */
type OpenParagraph = {
  text: string;
  style?: string;
  list?: string;
  level?: number;
  /** Whether its end was deleted or is hidden, so that the next one goes on in it. */
  goesOn: boolean;
};

const unknownCharacter = '\ufffd';
const privateUse = /[\uf020-\uf0ff]/gu;

/** Collects the paragraphs of a document, element by element. */
class ParagraphCollector {
  readonly paragraphs: Paragraph[] = [];
  readonly unread = { page: null, characters: 0, images: 0, notes: 0, numbers: 0 };
  readonly #styles: Styles;
  readonly #numbering: Numbering;
  /** A text box is a paragraph within a paragraph. */
  readonly #open: OpenParagraph[] = [];
  /** The text of paragraphs whose ends were deleted. */
  #carried = '';
  readonly #path: string[] = [];
  #ignoredDepth = 0;
  #run: RunProperties = {};
  /** How many powers of formulas are open. */
  #powers = 0;
  /** The depths of content controls that only show what should be written into them. */
  readonly #placeholders: number[] = [];
  readonly #hiddenRows: number[] = [];
  #inText = false;

  constructor(styles: Styles, numbering: Numbering) {
    this.#styles = styles;
    this.#numbering = numbering;
  }

  #isWithin = (name: string) => this.#path.includes(name);
  get #isShown() {
    const { isHidden, isPlaceholder } = this.#run;
    return !isHidden && !isPlaceholder && this.#placeholders.length + this.#hiddenRows.length === 0;
  }

  open(tag: Tag) {
    const { local } = tag;
    const current = this.#open.at(-1);
    if (current && local === 'del' && this.#path.at(-1) === 'rPr' && this.#isWithin('pPr'))
      current.goesOn = true;
    this.#path.push(local);
    if (ignoredElements.has(local)) this.#ignoredDepth += 1;
    if (this.#ignoredDepth > 0) return;
    if (local === 'p') this.#open.push({ text: '', goesOn: false });
    else if (local === 'r') this.#run = runOfStyle(this.#styles, current?.style);
    else if (local === 't') this.#inText = true;
    else if (mathNamespace.test(tag.uri)) this.#openMath(local);
    else if (local === 'showingPlcHdr' && isOn(attribute(tag, 'val')))
      this.#placeholders.push(this.#path.lastIndexOf('sdt'));
    else if (local === 'hidden' && this.#path.at(-2) === 'trPr' && isOn(attribute(tag, 'val')))
      this.#hiddenRows.push(this.#path.lastIndexOf('tr'));
    else if (objectElements.has(local)) this.unread.images += this.#isShown ? 1 : 0;
    else if (current) this.#openInParagraph(tag, current);
  }

  /** Keeps the parts of a formula apart: of a fraction, and of a power. */
  #openMath(local: string) {
    if (local === 'den') this.#add('/');
    if (local === 'sup') this.#powers += 1;
  }

  #openInParagraph(tag: Tag, current: OpenParagraph) {
    const { local } = tag;
    const value = attribute(tag, 'val');
    if (this.#isWithin('pPr')) {
      if (local === 'pStyle') current.style = value;
      else if (local === 'numId') current.list = value;
      else if (local === 'ilvl') current.level = Number(value);
      else if (local === 'specVanish' || local === 'vanish') current.goesOn ||= isOn(value);
      return;
    }
    if (local === 'rStyle') {
      Object.assign(this.#run, withoutUndefined(runOfStyle(this.#styles, value)));
      this.#run.isPlaceholder = value === 'PlaceholderText';
    } else if (this.#isWithin('rPr')) readRunProperty(tag, this.#run);
    else if (noteElements.has(local)) this.unread.notes += this.#isShown ? 1 : 0;
    else if (local === 'sym') this.#addSymbol(tag);
    else this.#add(characterElements[local] ?? '');
  }

  #add(text: string) {
    const current = this.#open.at(-1);
    if (current && this.#isShown) current.text += text;
  }

  #addSymbol(tag: Tag) {
    const code = Number.parseInt(attribute(tag, 'char') ?? '', 16);
    const unit = Number.isInteger(code) && code <= 0xffff ? code : 0;
    const font = attribute(tag, 'font') ?? '';
    this.#add(this.#symbol(String.fromCharCode(unit < 0x100 ? unit + 0xf000 : unit), font));
  }

  #symbol(text: string, font: string): string {
    const known = symbolCharacter(text, font);
    if (known !== undefined) return known;
    if (!/^[\p{Co}\p{Cc}\p{Cn}]$/u.test(text)) return text;
    if (this.#isShown) this.unread.characters += 1;
    return unknownCharacter;
  }

  addText(text: string) {
    if (!this.#inText || this.#ignoredDepth > 0) return;
    const { font = '', isRaised } = this.#run;
    const shown = signFont.test(font)
      ? text.replace(/[!-~\u00a1-\u00fe]/gu, (each) =>
          this.#symbol(String.fromCharCode(each.charCodeAt(0) + 0xf000), font),
        )
      : text;
    const known = shown.replace(privateUse, (each) => this.#symbol(each, font));
    const before = this.#open.at(-1)?.text ?? '';
    if (this.#powers > 0) return this.#add(raisedDigits(known));
    if (!isRaised) return this.#add(known);
    const raised = raisedText(known, before);
    if (raised !== undefined) this.#add(raised);
    else if (this.#isShown) this.unread.notes += 1;
  }

  close({ local, uri }: Tag) {
    this.#path.pop();
    if (local === 'sup' && mathNamespace.test(uri)) this.#powers -= 1;
    const depth = this.#path.length;
    if (local === 'sdt' && this.#placeholders.at(-1) === depth) this.#placeholders.pop();
    if (local === 'tr' && this.#hiddenRows.at(-1) === depth) this.#hiddenRows.pop();
    if (ignoredElements.has(local)) {
      this.#ignoredDepth -= 1;
      return;
    }
    if (this.#ignoredDepth > 0) return;
    if (local === 't') this.#inText = false;
    if (local === 'r') this.#run = {};
    if (local === 'p') this.#closeParagraph();
    if (local === 'tc') this.#closeCell();
  }

  /** What a cell ends with does not go on in the next one. */
  #closeCell() {
    if (this.#carried !== '') this.paragraphs.push({ page: null, text: this.#carried });
    this.#carried = '';
  }

  #closeParagraph() {
    const paragraph = this.#open.pop();
    if (!paragraph) return;
    // A hidden end is not printed, and the next paragraph goes on in the line.
    if (paragraph.goesOn || runOfStyle(this.#styles, paragraph.style).isHidden) {
      this.#carried += paragraph.text;
      return;
    }
    paragraph.text = this.#carried + paragraph.text;
    this.#carried = '';
    this.paragraphs.push(this.#withLabel(paragraph));
  }

  /** Adds the number that Word prints before a paragraph; (a) and (iv) become part of its text. */
  #withLabel({ text, style, list, level }: OpenParagraph): Paragraph {
    // An empty paragraph is counted as well.
    const label: Label = this.#numbering.labelFor({ style, list, level });
    if (text.trim() === '') return { page: null, text };
    if (label === 'unknown') {
      this.unread.numbers += 1;
      return { page: null, text, number: null };
    }
    if (label.text === '') return { page: null, text };
    const printed = label.isNumber ? printedNumber(`${label.text} \u4e00`) : undefined;
    return printed
      ? { page: null, text, number: printed.number }
      : { page: null, text: `${label.text} ${text}`, number: null };
  }

  /** Keeps what was carried where no paragraph followed. */
  finish(): DocxText {
    this.#closeCell();
    const { paragraphs, unread } = this;
    return { paragraphs, unread: { ...unread, isEmpty: paragraphs.length === 0 } };
  }
}

const withoutUndefined = (run: RunProperties): RunProperties =>
  Object.fromEntries(Object.entries(run).filter(([, value]) => value !== undefined));

/** Returns the paragraphs of the main part in their order, also those of tables and text boxes. */
export function textOfDocument(part: Buffer, styles: Styles, numbering: Numbering): DocxText {
  const collector = new ParagraphCollector(styles, numbering);
  readXml(part, {
    open: (tag) => collector.open(tag),
    close: (tag) => collector.close(tag),
    text: (text) => collector.addText(text),
  });
  return collector.finish();
}
