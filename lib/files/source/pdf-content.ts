import 'server-only';
import {
  decodePDFRawStream,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFObject,
} from '@cantoo/pdf-lib';

const maxDepth = 8;
/** The least width and height of an image that can hold words, in pixels. */
const leastPixels = 4;
/** An image or a form that a page draws by its name, or an image that stands in the page itself. */
const drawn = /\/([^\s/[\]<>(){}%]+)\s+Do(?=[\s/[\]<>(){}%]|$)|(?:^|\s)(BI)\s*\//gu;
const inlineImage = 'BI';
/** The beginning of a part of a page that may say which characters its glyphs stand for. */
const span = /\/Span\s*(?:<<([^]{0,2000}?)>>\s*BDC|\/[^\s/<>()[\]]+\s+BDC)/gu;
const actualText = /\/ActualText\s*<([0-9a-f\s]*)>/iu;

/** Decodes the operators of a page or form. A string in them is text, and draws nothing. */
function operatorsOf(stream: PDFObject | undefined): string {
  if (stream instanceof PDFArray)
    return stream
      .asArray()
      .map((_, i) => operatorsOf(stream.lookup(i)))
      .join('\n');
  if (!(stream instanceof PDFRawStream)) return '';
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}

const sizeOf = (dict: PDFDict, name: string) => {
  const value = dict.lookup(PDFName.of(name));
  return value instanceof PDFNumber ? value.asNumber() : Number.POSITIVE_INFINITY;
};

const canHoldWords = (dict: PDFDict) =>
  sizeOf(dict, 'Width') >= leastPixels && sizeOf(dict, 'Height') >= leastPixels;

/** Counts the images that the pages of a file draw. */
class ImageCounter {
  readonly #forms = new Map<PDFObject, number>();

  count(operators: string, resources: PDFObject | undefined, depth = 0): number {
    const objects =
      resources instanceof PDFDict ? resources.lookup(PDFName.of('XObject')) : undefined;
    let images = 0;
    for (const [, name, inline] of operators.matchAll(drawn)) {
      if (inline === inlineImage) images += 1;
      else if (name && objects instanceof PDFDict)
        images += this.#countObject(objects.lookup(PDFName.of(name)), resources, depth);
    }
    return images;
  }

  #countObject(object: PDFObject | undefined, outer: PDFObject | undefined, depth: number): number {
    if (!(object instanceof PDFRawStream)) return 0;
    const kind = object.dict.lookup(PDFName.of('Subtype'));
    if (kind === PDFName.of('Image')) return canHoldWords(object.dict) ? 1 : 0;
    if (kind !== PDFName.of('Form') || depth >= maxDepth) return 0;
    const known = this.#forms.get(object);
    if (known !== undefined) return known;
    // A form that draws itself draws nothing more.
    this.#forms.set(object, 0);
    const own = object.dict.lookup(PDFName.of('Resources')) ?? outer;
    const images = this.count(operatorsOf(object), own, depth + 1);
    this.#forms.set(object, images);
    return images;
  }
}

/** Reads a string of a PDF, which is in UTF-16 if it begins with the mark of that. */
function textOfHex(hex: string): string {
  const bytes = Buffer.from(hex.replace(/\s/gu, ''), 'hex');
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1');
  return new TextDecoder('utf-16be').decode(bytes);
}

/** What each span of a page says that its glyphs stand for, in the order of the page. */
const spansOf = (operators: string): (string | undefined)[] =>
  Array.from(operators.matchAll(span), ([, properties]) => {
    const hex = actualText.exec(properties ?? '')?.[1];
    return hex === undefined ? undefined : textOfHex(hex);
  });

/** What pdf.js does not tell of a page: its number of images, and the texts of its spans. */
export type PageContent = Readonly<{ images: number; spans: readonly (string | undefined)[] }>;

/**
 * Returns what the pages of a file draw; undefined where the file is too damaged to tell. Images are
 * counted here since pdf.js would unpack each of them.
 */
export async function contentOfPages(
  content: Uint8Array,
): Promise<readonly PageContent[] | undefined> {
  try {
    const file = await PDFDocument.load(content, {
      parseSpeed: ParseSpeeds.Fastest,
      updateMetadata: false,
      throwOnInvalidObject: false,
      password: '',
    });
    const counter = new ImageCounter();
    return file.getPages().map(({ node }) => {
      const operators = operatorsOf(node.lookup(PDFName.of('Contents')));
      return { images: counter.count(operators, node.Resources()), spans: spansOf(operators) };
    });
  } catch {
    return undefined;
  }
}
