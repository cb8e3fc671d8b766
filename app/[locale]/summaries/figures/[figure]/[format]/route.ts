import { allNamed, tableOf } from '#components/summaries/figures/read-figure';
import { standingSvg } from '#components/summaries/figures/standing-svg';
import { isLocale, type Locale } from '#lib/convention/names';
import { currentRevision } from '#lib/counting/summaries/load';
import { revisionOf } from '#lib/counting/summaries/parameters';
import { scopeOf } from '#lib/counting/summaries/scope';
import { tableCsv } from '#lib/documents/downloads/cells';
import { pngOf } from '#lib/documents/downloads/png';
import { tableWorkbook } from '#lib/documents/downloads/workbook';
import { mediaTypes } from '#lib/files/media-types';
import { download } from '#lib/http/download';
import { entityTagOf } from '#lib/http/entity-tag';
import { keptPicture } from '#lib/http/kept';
import { today } from '#lib/text/dates';
import { translator } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';
import { figureNamed } from '../../figure-of';
import { readFigure } from '../../read-figure';

const formats = ['svg', 'png', 'csv', 'xlsx'] as const;
type Format = (typeof formats)[number];
type FigureRead = NonNullable<Awaited<ReturnType<typeof readFigure>>>;

/** The table of a figure as a workbook, with a sheet that says what the figure is. */
function workbookOf(locale: Locale, { reading, parts, caption, source }: FigureRead) {
  const table = tableOf(parts);
  if (!table) return null;
  const t = translator(locale);
  const { revision, totals } = reading.view.count;
  const counted = t('figure.counted', { count: totals.needs, revision });
  return tableWorkbook(table, {
    sheet: t('figure.sheet'),
    aboutSheet: t('figure.about').slice(0, 31),
    rightToLeft: directionOf(locale) === 'rtl',
    about: [caption, source, counted, t('figure.base'), t('summaries.howCountedText')],
  });
}

function svgOf(locale: Locale, { parts, caption, source }: FigureRead): string | null {
  const [drawing] = allNamed(parts, 'svg');
  const rtl = directionOf(locale) === 'rtl';
  return drawing ? standingSvg({ drawing, caption, source, locale, rtl }) : null;
}

/**
 * The figure in a format. Null where it does not exist in that format, undefined where no font has
 * its characters.
 */
async function contentOf(locale: Locale, format: Format, read: FigureRead, entityTag: string) {
  if (format === 'xlsx') return workbookOf(locale, read);
  if (format === 'csv') {
    const table = tableOf(read.parts);
    return table ? tableCsv(table) : null;
  }
  const svg = svgOf(locale, read);
  if (format === 'svg' || svg === null) return svg;
  return (await keptPicture(entityTag, () => pngOf(svg, locale))) ?? undefined;
}

/**
 * Downloads a figure. Invalid parameters lead to the page of the figure, which says what is wrong: a
 * file could not.
 */
export const GET = download(async ({ actor, locale, address, query: sent, request }) => {
  const { figure = '' } = address;
  const format = formats.find((known) => known === address.format);
  if (!isLocale(address.locale) || !format || !figureNamed(figure)) return { kind: 'nothing' };
  const query = Object.fromEntries(
    Object.entries(sent).map(([name, values]) => [name, values.join(',')]),
  );
  // The revision is read before the count: a file can be newer than its tag, never older.
  const latest = await currentRevision();
  const entityTag = entityTagOf(
    revisionOf(query, latest).revision ?? latest,
    today(),
    locale,
    figure,
    format,
    Object.entries(query).sort(),
    scopeOf(actor),
  );
  const page = (path: string) => ({
    kind: 'elsewhere' as const,
    location: `/${locale}/summaries/figures/${figure}${path}${request.nextUrl.search}`,
  });
  const make = async () => {
    const read = await readFigure(locale, figure, query);
    if (!read) return { kind: 'nothing' as const };
    if (read.summary.errors.length > 0) return page('');
    const content = await contentOf(locale, format, read, entityTag);
    if (content === null) return { kind: 'nothing' as const };
    // SVG uses the fonts of the reader's computer.
    if (content === undefined) return page('/svg');
    const name = `${figure}-${read.reading.view.count.revision}.${format}`;
    return { name, type: mediaTypes[format], content };
  };
  return { version: { entityTag, isPublic: actor.role === 'public' }, make };
});
