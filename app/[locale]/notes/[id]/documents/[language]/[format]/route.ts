import type { NextRequest } from 'next/server';
import { answerWithPage } from '#lib/http/answer';
import { disposition } from '#lib/http/disposition';
import { actorOfCookie, sessionCookieName } from '#lib/sessions/auth';
import { isLocale } from '#lib/convention/names';
import { environment } from '#lib/base/env';
import { fileOf } from '#lib/notes/files';
import { documentFormats, type DocumentFormat } from '#lib/notes/model/vocabulary';

const types: Readonly<Record<DocumentFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

/** A finished document of an edition, to be kept; for whoever sees the edition. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<Record<string, string>> },
): Promise<Response> {
  const { locale = '', id = '', language = '', format: wanted = '' } = await params;
  const actor = await actorOfCookie(request.cookies.get(sessionCookieName())?.value);
  const format = documentFormats.find((known) => known === wanted);
  const open = actor.role !== 'public' || environment().open;
  const found =
    open && format && isLocale(language) ? await fileOf(actor, id, language, format) : undefined;
  const path = `/${locale}/notes/${id}/documents/${language}/${wanted}`;
  if (!found || !format)
    return answerWithPage(
      request,
      { failure: { kind: 'not-found' }, form: {}, sentTo: path, page: path },
      `/${locale}/no-such-file`,
      404,
    );
  const { file, content, symbol, published } = found;
  const etag = `"${file.sha256}"`;
  const headers = {
    etag,
    vary: 'cookie',
    'cache-control': published && environment().open ? 'public, no-cache' : 'private, no-cache',
    'repr-digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
  };
  if (
    request.headers
      .get('if-none-match')
      ?.split(',')
      .some((each) => each.trim().replace(/^W\//, '') === etag)
  )
    return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(content), {
    headers: {
      ...headers,
      'content-type': types[format],
      'content-length': String(file.size),
      'content-disposition': disposition(`${symbol.replaceAll('/', '-')}-${language}.${format}`),
      'content-security-policy': `sandbox; default-src 'none'`,
    },
  });
}
