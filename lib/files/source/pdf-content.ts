import 'server-only';
import {
  decodePDFRawStream,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib';

const maxDepth = 8;
/** The least width and height of an image that can hold words, in pixels. */
const leastPixels = 4;
/** An image or a form that a page draws by its name, or an image that stands in the page itself. */
const drawn = /\/([^\s/[\]<>(){}%]+)\s+Do(?=[\s/[\]<>(){}%]|$)|(?:^|\s)(BI)\s*\//gu;
const inlineImage = 'BI';
/**
 * The beginning of a part of a page that may say which characters its glyphs stand for, itself or by
 * the name of its properties; or an object that the page draws, which may have such parts.
 */
const spanOrObject =
  /\/Span\s*(?:<<([^]{0,2000}?)>>\s*BDC|\/([^\s/<>()[\]]+)\s+BDC)|\/([^\s/[\]<>(){}%]+)\s+Do(?=[\s/[\]<>(){}%]|$)/gu;
const actualText = /\/ActualText\s*(?:<([0-9a-f\s]*)>|\(((?:[^()\\]|\\[^])*)\))/iu;
/** More than this says that a file draws its forms again and again. */
const maxSpans = 200_000;

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

const isForm = (object: PDFObject | undefined): object is PDFRawStream =>
  object instanceof PDFRawStream &&
  object.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Form');

/** An entry of the resources of a page or form, such as one of its objects. */
function entryOf(resources: PDFObject | undefined, kind: string, name: string) {
  const entries = resources instanceof PDFDict ? resources.lookup(PDFName.of(kind)) : undefined;
  return entries instanceof PDFDict ? entries.lookup(PDFName.of(name)) : undefined;
}

/** Counts the images that the pages of a file draw. */
class ImageCounter {
  readonly #forms = new Map<PDFObject, number>();

  count(operators: string, resources: PDFObject | undefined, depth = 0): number {
    let images = 0;
    for (const [, name, inline] of operators.matchAll(drawn)) {
      if (inline === inlineImage) images += 1;
      else if (name)
        images += this.#countObject(entryOf(resources, 'XObject', name), resources, depth);
    }
    return images;
  }

  #countObject(object: PDFObject | undefined, outer: PDFObject | undefined, depth: number): number {
    if (!(object instanceof PDFRawStream)) return 0;
    const kind = object.dict.lookup(PDFName.of('Subtype'));
    if (kind === PDFName.of('Image')) return canHoldWords(object.dict) ? 1 : 0;
    if (!isForm(object) || depth >= maxDepth) return 0;
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

/** Reads what the properties of a span say that its glyphs stand for. */
function textOfProperties(properties: string): string | undefined {
  const [, hex, literal] = actualText.exec(properties) ?? [];
  if (hex !== undefined) return PDFHexString.of(hex.replace(/\s/gu, '')).decodeText();
  return literal === undefined ? undefined : PDFString.of(literal).decodeText();
}

/** Reads what properties with a name, which stand apart from the page, say of the text. */
function textOfNamed(resources: PDFObject | undefined, name: string): string | undefined {
  const named = entryOf(resources, 'Properties', name);
  const text = named instanceof PDFDict ? named.lookup(PDFName.of('ActualText')) : undefined;
  return text instanceof PDFString || text instanceof PDFHexString ? text.decodeText() : undefined;
}

/** Collects what each span of a page says that its glyphs stand for, in the order of drawing. */
class SpanReader {
  readonly texts: (string | undefined)[] = [];

  read(operators: string, resources: PDFObject | undefined, depth = 0): void {
    for (const [, properties, name, object] of operators.matchAll(spanOrObject)) {
      if (this.texts.length > maxSpans) return;
      if (object !== undefined)
        this.#readObject(entryOf(resources, 'XObject', object), resources, depth);
      else if (name !== undefined) this.texts.push(textOfNamed(resources, name));
      else this.texts.push(textOfProperties(properties ?? ''));
    }
  }

  #readObject(object: PDFObject | undefined, outer: PDFObject | undefined, depth: number) {
    if (!isForm(object) || depth >= maxDepth) return;
    this.read(operatorsOf(object), object.dict.lookup(PDFName.of('Resources')) ?? outer, depth + 1);
  }
}

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
      const spans = new SpanReader();
      spans.read(operators, node.Resources());
      return { images: counter.count(operators, node.Resources()), spans: spans.texts };
    });
  } catch {
    return undefined;
  }
}
