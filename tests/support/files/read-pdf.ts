import { getDocument } from 'unpdf/pdfjs';

type Outline = readonly Readonly<{ title: string; items: Outline }>[];
export type ReadPdf = Readonly<{
  pages: readonly string[];
  bookmarks: readonly string[];
  title: string;
  language: string;
  tagged: boolean;
  links: readonly string[];
  /** Author, subject, keywords. */ about: readonly string[];
}>;

const titlesOf = (outline: Outline, depth = 0): string[] =>
  outline.flatMap(({ title, items }) => [
    `${'> '.repeat(depth)}${title}`,
    ...titlesOf(items, depth + 1),
  ]);

/**
 * What a PDF holds for whoever searches it or reads it by ear: its text page by page, bookmarks,
 * title and language.
 */
export async function readPdf(content: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({
    data: new Uint8Array(content),
    useSystemFonts: true,
    verbosity: 0,
  }).promise;
  const pages: string[] = [];
  const links: string[] = [];
  for (let at = 1; at <= document.numPages; at += 1) {
    const page = await document.getPage(at);
    const { items } = await page.getTextContent();
    pages.push(
      items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''),
    );
    for (const { url } of (await page.getAnnotations()) as readonly { url?: string }[])
      if (url) links.push(url);
  }
  const info = (await document.getMetadata()).info as Readonly<Record<string, unknown>>;
  const read = {
    pages,
    links,
    about: [info.Author, info.Subject, info.Keywords].map(String),
    bookmarks: titlesOf(((await document.getOutline()) ?? []) as Outline),
    title: String(info.Title ?? ''),
    language: String(info.Language ?? ''),
    tagged: (await document.getMarkInfo())?.Marked === true,
  };
  await document.loadingTask.destroy();
  return read;
}
