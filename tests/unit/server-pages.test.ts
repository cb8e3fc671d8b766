import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { securityHeaders } from '#lib/server/security-headers';
import { bufferPage } from '#lib/server/buffer-response';
import { sendPage } from '#lib/server/send-page';
import { needsScripts, removeScripts } from '#lib/server/page-scripts';
import type { PageStatus } from '#lib/http/page-status';
import { raw } from '#tests/support/pages/raw-requests';

const fixed = securityHeaders(new URL('http://localhost'));

/** One answer as it leaves the server, where Next would write it thus. */
async function left(
  write: (response: ServerResponse) => void,
  said: PageStatus = { status: undefined },
  chunks: ReadonlySet<string> | null = new Set(['/_next/static/own.js']),
  headers = {},
) {
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(fixed)) response.setHeader(name, value);
    response.setHeader('content-security-policy', 'of the live page');
    bufferPage(response, (held) =>
      sendPage(request, response, held, {
        baseHeaders: fixed,
        pageStatus: said,
        chunks,
        formScripts: { typed: '/typed.js?v=1', idle: '/idle.js?v=1' },
        acceptEncoding: request.headers['accept-encoding'],
      }),
    );
    write(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const answer = await raw(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
    method: 'GET',
    path: '/en/x',
    headers,
  });
  server.close();
  return answer;
}
const html =
  (text: string, status = 200) =>
  (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
    response.write(text.slice(0, 5));
    response.end(text.slice(5));
  };
const page =
  '<!doctype html><head><link rel="preload" as="script" href="/_next/static/a.js"/></head><body><h1>Ä</h1><script nonce="x">self.__next_f.push([1,"\\u003c/h1>"])</script><script src="/_next/static/a.js" async=""></script></body>';

describe('a page that Next has made', () => {
  it('is sent whole, with its length, without scripts and with a policy that allows none', async () => {
    const { status, text, headers } = await left(html(page));
    expect([status, text]).toEqual([200, '<!doctype html><head></head><body><h1>Ä</h1></body>']);
    expect(headers).toMatchObject({
      'content-length': String(Buffer.byteLength(text)),
      'content-security-policy': fixed['content-security-policy'],
    });
  });
  it('keeps its scripts and its policy where it has a component for the browser', async () => {
    const { text, headers } = await left(html(page.replaceAll('/a.js', '/own.js')));
    expect(text).toContain('<script src="/_next/static/own.js"');
    expect(headers['content-security-policy']).toBe('of the live page');
  });
  const ofSignedIn = (main: string, language = 'en') =>
    page
      .replace('<head>', `<html lang="${language}"><head>`)
      .replace('<body>', '<body data-idle-minutes="60">')
      .replace('</h1>', `</h1>${main}`);
  const form = '<main><form method="post"></form></main>';
  const ownDrafts = '<main><form method="post" data-drafts="own"></form></main>';

  it('has the script that keeps what is typed, with its texts, where somebody who is signed in has a form', async () => {
    const tag = '<script defer="" src="/typed.js?v=1"';
    const withForm = await left(html(ofSignedIn(form, 'fr')));
    expect(withForm.text).toContain(`${tag} data-restored="Ce que vous `);
    expect(withForm.headers['content-security-policy']).toContain(`script-src 'self';`);
    for (const without of [
      page.replace('</h1>', `</h1>${form}`),
      ofSignedIn('<form method="post"></form><main></main>'),
      ofSignedIn(ownDrafts),
    ])
      expect((await left(html(without))).text).not.toContain(tag);
  });
  it('has the script that warns before the session ends, with its texts, with every form of somebody who is signed in', async () => {
    const tag =
      '<script defer="" src="/idle.js?v=1" data-address="/ar/accounts/extend-session" data-soon="';
    expect((await left(html(ofSignedIn(ownDrafts, 'ar')))).text).toContain(tag);
    for (const without of [page.replace('</h1>', `</h1>${ownDrafts}`), ofSignedIn('<main></main>')])
      expect((await left(html(without))).text).not.toContain('/idle.js');
  });
  it('keeps them where a part of it still has to be put in its place', () =>
    expect(needsScripts('<template id="B:0"></template>', new Set())).toBe(true));
  it('is sent as it is in development', async () =>
    expect((await left(html(page), undefined, null)).text).toBe(page));
  it.each([
    ['br', brotliCompressSync],
    ['gzip', gzipSync],
    ['deflate', deflateSync],
  ] as const)(
    'is read where a route had it compressed already (%s)',
    async (encoding, compress) => {
      const { text, headers } = await left((response) => {
        response.writeHead(404, {
          'content-type': 'text/html; charset=utf-8',
          'content-encoding': encoding,
        });
        response.end(compress(page));
      });
      expect([text, headers['content-encoding']]).toEqual([
        '<!doctype html><head></head><body><h1>Ä</h1></body>',
        undefined,
      ]);
    },
  );
  it('has the status that it said', async () =>
    expect((await left(html(page), { status: 404 })).status).toBe(404));
  it('is a page of our own where it failed, whatever had been written of it', async () => {
    for (const write of [
      html('<html>Next’s own words</html>', 500),
      (response: ServerResponse) => {
        response.statusCode = 500;
        response.setHeader('etag', '"x"');
        response.end('Internal Server Error');
      },
    ]) {
      const { status, text, headers } = await left(write);
      expect(status).toBe(500);
      expect(text).toMatch(/<h1>[^<]+<\/h1>/);
      expect(text).not.toMatch(/Next’s own|Internal Server Error/);
      expect(headers).toMatchObject(fixed);
      expect(headers.etag).toBeUndefined();
    }
  });
  it('says what may be sent where nothing can be read', async () => {
    const { status, text, headers } = await left((response) => {
      response.writeHead(405).end();
    });
    expect([status, headers.allow]).toEqual([405, 'POST']);
    expect(text).toMatch(/<h1>[^<]+<\/h1>/);
  });
});

describe('what is no page', () => {
  it('passes through as it comes', async () => {
    const { status, text, headers } = await left((response) => {
      response.writeHead(400, { 'content-type': 'application/json' });
      response.write('{"a"');
      response.end(':1}');
    });
    expect([status, text, headers['content-length'], headers['transfer-encoding']]).toEqual([
      400,
      '{"a":1}',
      undefined,
      'chunked',
    ]);
  });
  it('is also HTML that is given to keep: its scripts and bytes stay', async () => {
    const { status, text, headers } = await left((response) => {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-disposition': 'attachment; filename="note.html"',
        etag: '"x"',
      });
      response.end(page);
    });
    expect([status, text, headers.etag, headers['content-security-policy']]).toEqual([
      200,
      page,
      '"x"',
      'of the live page',
    ]);
  });
  it('leads on without a body of its own', async () => {
    const { status, location } = await left((response) => {
      response.statusCode = 303;
      response.setHeader('location', '/en');
      response.end();
    });
    expect([status, location]).toEqual([303, '/en']);
  });
});

it('a script that names an end of itself does not get out', () => {
  expect(removeScripts('<p>1</p><script>"\\u003c/script>"</script><p>2</p>')).toBe(
    '<p>1</p><p>2</p>',
  );
});
