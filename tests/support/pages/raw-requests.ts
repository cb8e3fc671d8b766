import { request as ask, type IncomingHttpHeaders } from 'node:http';

export type Raw = Readonly<{
  method?: string;
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
  chunked?: boolean;
}>;
export type RawAnswer = Readonly<{
  status: number;
  text: string;
  location: string;
  cookies: readonly string[];
  headers: IncomingHttpHeaders;
}>;

/**
 * Sends exactly what is said, as no browser would; a server that hangs up while it is still being
 * sent to has answered before.
 */
export function raw(
  url: string,
  { method = 'POST', path, headers = {}, body = '', chunked = false }: Raw,
): Promise<RawAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>();
  const { hostname, port } = new URL(url);
  const length =
    chunked || method === 'GET' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const sent = ask(
    { host: hostname, port, method, path, agent: false, headers: { ...length, ...headers } },
    (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      const done = () =>
        resolve({
          status: response.statusCode ?? 0,
          text,
          location: response.headers.location ?? '',
          cookies: response.headers['set-cookie'] ?? [],
          headers: response.headers,
        });
      response.on('end', done).on('error', done);
    },
  );
  sent.on('error', reject);
  if (chunked) {
    sent.setHeader('transfer-encoding', 'chunked');
    sent.write(body);
    sent.end();
  } else sent.end(body);
  return promise;
}

const form = 'application/x-www-form-urlencoded';

/** One person who sends forms without a browser. */
export type Sender = Readonly<{
  get: (path: string) => Promise<RawAnswer>;
  post: (
    path: string,
    body: string | Buffer,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<RawAnswer>;
  cookie: string;
}>;

/**
 * Signs in (or not, without an address) and then sends what it is told, from the register's own
 * origin (another than its address behind a proxy) unless told otherwise.
 */
export async function sender(
  url: string,
  email?: string,
  password = 'demonstration',
  origin = url,
): Promise<Sender> {
  const own = { origin, 'content-type': form };
  const begun = email
    ? await raw(url, {
        path: '/en/accounts/begin-session',
        headers: own,
        body: String(new URLSearchParams({ email, password })),
      })
    : undefined;
  const cookie = begun?.cookies.map((value) => value.split(';', 1)[0]).join('; ') ?? '';
  if (email && begun?.status !== 303)
    throw new Error(`${email} could not sign in: ${begun?.status}`);
  return {
    cookie,
    get: (path) => raw(url, { method: 'GET', path, headers: { cookie } }),
    post: (path, body, headers = {}) =>
      raw(url, { path, body, headers: { ...own, cookie, ...headers } }),
  };
}

/** What stands in a hidden field of a page. */
export const hidden = (text: string, name: string): string =>
  new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(text)?.[1] ?? '';

export type Field = readonly [name: string, value: string];
export const encoded = (fields: readonly Field[]): string =>
  String(new URLSearchParams(fields.map(([name, value]) => [name, value])));

/** The fields of a need that can be submitted, with some of them put otherwise. */
export function needFields(
  text: string,
  other: Readonly<Record<string, string | readonly string[]>> = {},
): Field[] {
  const all: Record<string, string | readonly string[]> = {
    chapter: 'II',
    articles: ['7', '8'],
    category: 'capacity-building',
    subcategory: 'cb-training',
    text,
    language: 'en',
    ...other,
  };
  return Object.entries(all).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : value.map((one) => [name, one] as const),
  );
}

/** Enters a draft by the form of needs/new and returns its id. */
export async function enterDraft(
  person: Sender,
  fields: readonly Field[],
  review?: string,
): Promise<string> {
  const into =
    review ?? hidden((await person.get(`/en/needs/new?id=${crypto.randomUUID()}`)).text, 'review');
  const { status, location } = await person.post(
    '/en/needs/enter',
    encoded([['review', into], ...fields, ['then', 'draft']]),
  );
  const id = /\/needs\/([0-9a-f-]{36})\//.exec(location)?.[1];
  if (status !== 303 || !id) throw new Error(`the draft was not entered: ${status} ${location}`);
  return id;
}

/** Submits the first version of a draft. */
export async function submitDraft(person: Sender, id: string): Promise<void> {
  const { status } = await person.post(`/en/needs/${id}/submit`, 'version=1');
  if (status !== 303) throw new Error(`the draft was not submitted: ${status}`);
}
