import { randomBytes, randomUUID } from 'node:crypto';
import type { HttpRequest } from '#tests/support/servers/http-client';
import { pdfFile, setPage } from '#tests/support/files/pdf-file';
import { zipFile } from '#tests/support/files/zip-file';
import { chance } from '#tests/support/run/seeded-random';

/** What the attacks refer to: the server, sessions of hostile people, and what is there. */
export type Scene = Readonly<{
  url: string;
  cookies: Readonly<Record<'focal-point' | 'manager' | 'reviewer', string>>;
  review: string;
  need: string;
  version: string;
  note: string;
}>;

/**
 * One of the ways in which a hostile client tries to keep the register from others. `ask` is sent
 * again and again over each connection; `hold` is sent once and the connection left open.
 */
export type Attack = Readonly<{
  name: string;
  /** Whether it may change the register: what a person may do, done too often. */
  writes?: true;
}> &
  (
    | Readonly<{ ask: (scene: Scene, n: number) => HttpRequest }>
    | Readonly<{ hold: (scene: Scene, n: number) => string }>
  );

const formType = 'application/x-www-form-urlencoded';
const boundary = 'a-boundary';

const day = (n: number) => new Date(Date.UTC(2018, 0, 1 + (n % 2900))).toISOString().slice(0, 10);
const encoded = (fields: Readonly<Record<string, string>>) => String(new URLSearchParams(fields));

const form = (
  { url }: Scene,
  path: string,
  fields: Readonly<Record<string, string>>,
  cookie = '',
): HttpRequest => ({
  method: 'POST',
  path,
  headers: { origin: url, 'content-type': formType, cookie },
  body: encoded(fields),
});

/** A form with a file, as a browser sends it. */
function upload({ url, cookies }: Scene, path: string, file: Buffer): HttpRequest {
  const field = (name: string, value: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return {
    method: 'POST',
    path,
    headers: {
      origin: url,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      cookie: cookies['focal-point'],
    },
    body: Buffer.concat([
      Buffer.from(field('as', 'file') + field('replaces', '') + head),
      file,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  };
}

/** The beginning of a request whose rest never comes. */
const begun = ({ url }: Scene, path: string, headers: readonly string[], body = '') =>
  [
    `POST ${path} HTTP/1.1`,
    `host: ${new URL(url).host}`,
    `origin: ${url}`,
    ...headers,
    '',
    body,
  ].join('\r\n');

const slowPdf = pdfFile({
  pages: Array.from({ length: 150 }, () =>
    setPage(Array.from({ length: 40 }, (_, i) => `${i}. Text of a line.`)),
  ),
});
const unpacksWithoutEnd = zipFile([
  { name: '[Content_Types].xml', content: '<Types/>' },
  { name: 'word/document.xml', content: Buffer.alloc(60_000_000, 32) },
]);
const noise = randomBytes(2_000_000);
const part = `--${boundary}\r\ncontent-disposition: form-data; name="x"\r\n\r\n\r\n`;
const manyParts = Buffer.from(part.repeat(100_000));

const reads = (
  name: string,
  path: (n: number, scene: Scene) => string,
  as?: keyof Scene['cookies'],
): Attack => ({
  name,
  ask: (scene, n) => ({
    path: path(n, scene),
    headers: { cookie: as ? scene.cookies[as] : '' },
  }),
});

const regions = ['AFR', 'APG', 'EEG', 'GRULAC', 'WEOG'];
const words = (n: number) => `training of officers ${chance(n).below(1e9).toString(36)}`;

const readings: readonly Attack[] = [
  reads('summaries at ever other cut-offs', (n) => `/en/summaries?cutoff=${day(n)}`),
  reads('the register as it was at forty revisions', (n) => `/en/summaries?revision=${n % 40}`),
  reads('the vocabulary of ever other days', (n) => `/fr/summaries?vocabulary=${day(n + 700)}`),
  reads(
    'comparisons of ever other cut-offs',
    (n) => `/en/summaries/compare?cutoff=${day(n + 9)}&since=${day(n)}`,
  ),
  reads(
    'comparisons of revisions',
    (n) => `/en/summaries/compare?revision=${1 + (n % 40)}&sinceRevision=${n % 40}`,
    'manager',
  ),
  reads(
    'the API with ever other questions',
    (n) => `/api/v1/summary?cycle=2&chapter=II&cutoff=${day(n)}&region=${regions[n % 5]}`,
  ),
  reads('the API at past revisions', (n) => `/api/v1/summary?cycle=2&chapter=V&revision=${n % 60}`),
  reads(
    'what is unmet, again and again',
    (n) => `/api/v1/unmet?cycle=2&chapter=II&cutoff=${day(n)}`,
  ),
  reads('pictures of figures', (n) => `/ar/summaries/figures/figure-2/png?cutoff=${day(n)}`),
  reads('workbooks of figures', (n) => `/zh/summaries/figures/matrix/xlsx?cutoff=${day(n)}`),
  reads('trends and crossed tables', (n) => `/ru/summaries/trends?cutoff=${day(n)}`),
  reads('needs behind numbers', (n) => `/es/summaries/needs?chapter=II&cutoff=${day(n)}`),
  reads(
    'the list of needs by ever other words',
    (n) => `/en/needs?text=${encodeURIComponent(words(n))}`,
    'manager',
  ),
  reads('the whole list as a file', () => '/en/needs/export?show=all', 'manager'),
  reads('the progress of all reviews', () => '/en/progress', 'manager'),
  reads('letters, desks and queues', () => '/en/needs?show=queue', 'reviewer'),
  reads(
    'likeness of ever other texts',
    (n, { review }) =>
      `/en/likeness?review=${review}&text=${encodeURIComponent(words(n).repeat(40))}`,
    'focal-point',
  ),
  reads(
    'notes in every language',
    (n, { note }) => `/${['ar', 'en', 'zh'][n % 3]}/notes/${note}`,
    'manager',
  ),
  reads('pages that there are not', (n) => `/en/${'x'.repeat(n % 2000)}/${n}`),
  reads('activities as a file', () => '/en/assistance/export'),
];

const writings: readonly Attack[] = [
  {
    name: 'passwords of many people guessed',
    ask: (scene, n) =>
      form(scene, '/en/accounts/begin-session', {
        email: `somebody-${n}@example.org`,
        password: 'not the password',
      }),
  },
  {
    name: 'the password of one person guessed',
    ask: (scene) =>
      form(scene, '/en/accounts/begin-session', {
        email: 'other@example.org',
        password: 'not the password',
      }),
  },
  {
    name: 'one-time links guessed',
    ask: (scene) =>
      form(scene, `/en/accounts/invitations/${randomUUID()}/accept`, {
        name: 'A Name',
        password: 'another long password',
      }),
  },
  {
    name: 'forged cookies of eight kilobytes',
    ask: (_scene, n) => ({
      path: `/en/needs?${n}`,
      headers: { cookie: `needs-register=${noise.toString('base64url', n, n + 6000)}` },
    }),
  },
  {
    name: 'forms of the longest texts',
    writes: true,
    ask: (scene) =>
      form(
        scene,
        `/en/needs/${scene.need}/autosave`,
        { version: scene.version, review: scene.review, text: 'Ж '.repeat(20_000) },
        scene.cookies['focal-point'],
      ),
  },
  {
    name: 'texts on which patterns are slow',
    ask: (scene, n) =>
      form(scene, '/en/accounts/begin-session', {
        email: `${' .@'[n % 3]!.repeat(80_000)}!`,
        password: ' '.repeat(9000),
      }),
  },
  {
    name: 'PDF files that take long to read',
    writes: true,
    ask: (scene) => upload(scene, `/en/reviews/${scene.review}/attach`, slowPdf),
  },
  {
    name: 'Word files that unpack without end',
    writes: true,
    ask: (scene) => upload(scene, `/en/reviews/${scene.review}/attach`, unpacksWithoutEnd),
  },
  {
    name: 'files of needs that are noise',
    writes: true,
    ask: (scene) => upload(scene, `/en/reviews/${scene.review}/import/check`, noise),
  },
  {
    name: 'forms of a hundred thousand parts',
    writes: true,
    ask: (scene) => ({
      ...upload(scene, `/en/reviews/${scene.review}/attach`, noise),
      body: manyParts,
    }),
  },
];

const holdings: readonly Attack[] = [
  {
    name: 'connections that say nothing',
    hold: () => '',
  },
  {
    name: 'headers that never end',
    hold: ({ url }) => `GET /en HTTP/1.1\r\nhost: ${new URL(url).host}\r\nx-slow: `,
  },
  {
    name: 'uploads held open one byte short',
    hold: (scene) =>
      begun(
        scene,
        `/en/reviews/${scene.review}/attach`,
        [
          `cookie: ${scene.cookies['focal-point']}`,
          `content-type: multipart/form-data; boundary=${boundary}`,
          `content-length: ${noise.length + 1}`,
        ],
        noise.toString('latin1'),
      ),
  },
  {
    name: 'forms held open one byte short',
    hold: (scene) =>
      begun(
        scene,
        '/en/accounts/begin-session',
        [`content-type: ${formType}`, 'content-length: 200001'],
        'x'.repeat(200_000),
      ),
  },
  {
    name: 'many requests on one connection, whose answers nobody reads',
    hold: ({ url }, n) =>
      Array.from(
        { length: 60 },
        (_, i) =>
          `GET /en/summaries?cutoff=${day(n * 60 + i)} HTTP/1.1\r\nhost: ${new URL(url).host}\r\n\r\n`,
      ).join(''),
  },
];

/** The named attacks. */
export const attacks: readonly Attack[] = [...readings, ...writings, ...holdings];
