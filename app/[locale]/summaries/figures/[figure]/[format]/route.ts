import type { Actor } from '#lib/base/actor';
import { isLocale, type Locale } from '#lib/convention/names';
import { figureNamed } from '#lib/counting/summary-figures/named';
import {
  lastWithdrawalFor,
  latestSeenRevision,
  seenRevisionAt,
} from '#lib/counting/facts/revisions';
import { parseRevision } from '#lib/counting/filter/parameters';
import { scopeKey } from '#lib/counting/facts/scope';
import { tableCsv } from '#lib/documents/downloads/csv';
import { drawInWorker } from '#lib/documents/downloads/draw-in-worker';
import { tableWorkbook } from '#lib/documents/downloads/workbook';
import { svgFile } from '#lib/documents/figures/svg-file';
import { mediaTypes } from '#lib/files/media-types';
import { download } from '#lib/http/download';
import { registerHeadAt } from '#lib/http/register-head';
import { entityTagOf } from '#lib/http/entity-tag';
import { cachedPicture } from '#lib/http/picture-cache';
import { today } from '#lib/text/dates';
import { translator } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';
import { readFigure } from '../../read-figure';

const formats = ['svg', 'png', 'csv', 'xlsx'] as const;
type Format = (typeof formats)[number];
type Found = NonNullable<Awaited<ReturnType<typeof readFigure>>>;

/** The table of a figure as a workbook, with a sheet about the figure. */
async function workbookFile(actor: Actor, locale: Locale, { view, figure, source }: Found) {
  const { caption, table } = figure;
  if (!table) return null;
  const t = translator(locale);
  const { revision, totals } = view.count;
  const counted = t('figure.counted', { count: totals.needs, revision });
  const head = await registerHeadAt(actor, revision);
  return tableWorkbook(table, {
    sheet: t('figure.sheet'),
    aboutSheet: t('figure.about').slice(0, 31),
    rightToLeft: directionOf(locale) === 'rtl',
    about: [
      caption,
      source,
      counted,
      t('figure.base'),
      t('summaries.howCountedText'),
      ...(head ? [t('notes.document.registerHead', { head })] : []),
    ],
  });
}

type Asked = Readonly<{
  actor: Actor;
  locale: Locale;
  format: Format;
  found: Found;
  entityTag: string;
  by: string;
}>;

/**
 * The figure in a format; null if it has none, undefined if no font has its characters, `busy` if too
 * many are being drawn for this reader.
 */
async function fileContent({ actor, locale, format, found, entityTag, by }: Asked) {
  const { id, chart, table, caption, description } = found.figure;
  if (format === 'xlsx') return workbookFile(actor, locale, found);
  if (format === 'csv') return table ? tableCsv(table) : null;
  if (!chart) return null;
  const svg = svgFile({ id, chart, caption, description, source: found.source, locale });
  if (format === 'svg') return svg;
  return (await cachedPicture(entityTag, () => drawInWorker(by, svg, locale))) ?? undefined;
}

/**
 * A figure as a file. An address with faults leads to the page of the figure, which can explain
 * them.
 */
export const GET = download(async ({ actor, locale, address, query: sent, request }) => {
  const { figure = '' } = address;
  const format = formats.find((known) => known === address.format);
  if (!isLocale(address.locale) || !format || !figureNamed(figure)) return { kind: 'nothing' };
  const query = Object.fromEntries(
    Object.entries(sent).map(([name, values]) => [name, values.join(',')]),
  );
  // Look up the revision before counting, so that the file is never older than its tag.
  const latest = await latestSeenRevision(actor);
  const entityTag = entityTagOf(
    seenRevisionAt(actor, parseRevision(query, latest).revision ?? latest),
    lastWithdrawalFor(actor),
    today(),
    locale,
    figure,
    format,
    Object.entries(query).sort(),
    scopeKey(actor),
  );
  const page = (path: string) => ({
    kind: 'elsewhere' as const,
    location: `/${locale}/summaries/figures/${figure}${path}${request.nextUrl.search}`,
  });
  const make = async () => {
    const found = await readFigure(locale, figure, query);
    if (!found) return { kind: 'nothing' as const };
    if (found.filter.errors.length > 0) return page('');
    const by = actor.accountId ?? request.headers.get('x-register-network') ?? 'public';
    const content = await fileContent({ actor, locale, format, found, entityTag, by });
    if (content === 'busy') return { kind: 'busy' as const, seconds: 5 };
    if (content === null) return { kind: 'nothing' as const };
    // An SVG is view with the fonts of the reader.
    if (content === undefined) return page('/svg');
    const name = `${figure}-${found.view.count.revision}.${format}`;
    return { name, type: mediaTypes[format], content };
  };
  return { version: { entityTag, isPublic: actor.role === 'public' }, create: make };
});
