import type { NextRequest } from 'next/server';
import { allNamed, tableOf } from '#components/summaries/figures/read-figure';
import { standingSvg } from '#components/summaries/figures/standing-svg';
import { actorOfCookie, sessionCookieName } from '#lib/sessions/auth';
import { isLocale } from '#lib/convention/names';
import { today } from '#lib/text/dates';
import { tableCsv } from '#lib/documents/downloads/cells';
import { keptPicture } from '#lib/http/kept';
import { pngOf } from '#lib/documents/downloads/png';
import { holds, tagOf } from '#lib/http/tag';
import { tableWorkbook } from '#lib/documents/downloads/workbook';
import { translator } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';
import { currentRevision } from '#lib/counting/summaries/load';
import { revisionOf } from '#lib/counting/summaries/parameters';
import { scopeOf } from '#lib/counting/summaries/scope';
import { figureNamed } from '../../figure-of';
import { readFigure } from '../../read-figure';

const types = {
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
type Format = keyof typeof types;
const missing = () => new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });

/**
 * A figure as a file. What its address cannot mean is said by the page of the figure, which a file
 * could only be silent about.
 */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<Record<string, string>> },
): Promise<Response> {
  const { locale = '', figure = '', format: wanted = '' } = await params;
  const format = (Object.keys(types) as Format[]).find((known) => known === wanted);
  if (!isLocale(locale) || !format || !figureNamed(figure)) return missing();
  const elsewhere = (path: string) =>
    new Response(null, {
      status: 303,
      headers: {
        location: `/${locale}/summaries/figures/${figure}${path}${request.nextUrl.search}`,
        'cache-control': 'no-store',
      },
    });
  const sent = request.nextUrl.searchParams;
  const query = Object.fromEntries(
    [...new Set(sent.keys())].map((name) => [name, sent.getAll(name).join(',')]),
  );
  const actor = await actorOfCookie(request.cookies.get(sessionCookieName())?.value);
  // The revision is looked up before anything is counted: an answer may be newer than its tag,
  // never older.
  const latest = await currentRevision();
  const tag = tagOf(
    revisionOf(query, latest).revision ?? latest,
    today(),
    locale,
    figure,
    format,
    Object.entries(query).sort(),
    scopeOf(actor),
  );
  const headers = {
    etag: tag,
    vary: 'cookie',
    'cache-control': actor.role === 'public' ? 'public, no-cache' : 'private, no-cache',
  };
  if (holds(request, tag)) return new Response(null, { status: 304, headers });
  const found = await readFigure(locale, figure, query);
  if (!found) return missing();
  const { reading, saying, parts, caption, source } = found;
  if (saying.errors.length > 0) return elsewhere('');
  const [drawing, table] = [allNamed(parts, 'svg')[0], tableOf(parts)];
  const t = translator(locale);
  const rtl = directionOf(locale) === 'rtl';
  const made = async (): Promise<string | Uint8Array | null> => {
    switch (format) {
      case 'csv':
        return table ? tableCsv(table) : null;
      case 'xlsx':
        return table
          ? tableWorkbook(table, {
              sheet: t('figure.sheet'),
              aboutSheet: t('figure.about').slice(0, 31),
              rightToLeft: rtl,
              about: [
                caption,
                source,
                t('figure.counted', {
                  count: reading.shown.count.totals.needs,
                  revision: reading.shown.count.revision,
                }),
                t('figure.base'),
                t('summaries.howCountedText'),
              ],
            })
          : null;
      default:
        return drawing ? standingSvg({ drawing, caption, source, locale, rtl }) : null;
    }
  };
  const body = await made();
  if (body === null) return missing();
  const file = format === 'png' ? await keptPicture(tag, () => pngOf(String(body), locale)) : body;
  // Where no font has the language's characters, the drawing goes out as SVG, whose fonts are the
  // reader's.
  if (file === null) return elsewhere('/svg');
  const name = `${figure}-${reading.shown.count.revision}.${format}`;
  return new Response(typeof file === 'string' ? file : new Uint8Array(file), {
    headers: {
      ...headers,
      'content-type': types[format],
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
}
