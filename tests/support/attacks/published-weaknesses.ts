import type { HttpRequest } from '#tests/support/servers/http-client';

/**
 * Published weaknesses of Next, React and next-auth by their numbers, each as what was sent to the
 * versions that had it. None may be answered with what the public does not see, lead elsewhere, or
 * make the server fail.
 */
export type Weakness = Readonly<{
  number: string;
  what: string;
  requests: (url: string) => readonly HttpRequest[];
}>;

const guarded = ['/en/admin/audit', '/en/progress', '/en/accounts', '/en/reviews/new'];
const withHeaders = (headers: Readonly<Record<string, string>>, paths = guarded) =>
  paths.map((path): HttpRequest => ({ path, headers }));

const formType = 'application/x-www-form-urlencoded';
const action = 'a'.repeat(40);

/** A call of a server action, with a body that names what an object inherits. */
const actionCall = (url: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
  ['/en', '/en/needs', '/en/accounts/sign-in'].map((path): HttpRequest => ({
    method: 'POST',
    path,
    headers: {
      origin: url,
      'next-action': action,
      'content-type': 'multipart/form-data; boundary=b',
      accept: 'text/x-component',
      ...headers,
    },
    body,
  }));
const field = (name: string, value: string) =>
  `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

const ofNext: readonly Weakness[] = [
  {
    number: 'CVE-2025-29927',
    what: 'a header by which middleware is passed over',
    requests: () =>
      ['middleware', 'src/middleware', 'pages/_middleware'].flatMap((name) =>
        withHeaders({ 'x-middleware-subrequest': Array.from({ length: 5 }, () => name).join(':') }),
      ),
  },
  {
    number: 'CVE-2025-30218',
    what: 'the id of a request of middleware',
    requests: () => withHeaders({ 'x-middleware-subrequest-id': '1', 'x-middleware-next': '1' }),
  },
  {
    number: 'CVE-2024-34351',
    what: 'a redirect of a server action fetched from the host that the request names',
    requests: (url) => actionCall(url, field('0', '[]'), { host: 'attacker.example' }),
  },
  {
    number: 'CVE-2025-55182',
    what: 'a call of a server action that reaches into prototypes',
    requests: (url) => [
      ...actionCall(
        url,
        `${field('0', '{"then":"$1:__proto__:then","status":"resolved_model","reason":-1,"value":"{\\"then\\":\\"$B1337\\"}","_response":{"_prefix":"throw 1;","_formData":{"get":"$1:constructor:constructor"}}}')}${field('1', '"$@0"')}--b--\r\n`,
      ),
      ...actionCall(url, `${field('0', '["$1:constructor:constructor"]')}--b--\r\n`),
    ],
  },
  {
    number: 'CVE-2025-55183',
    what: 'the source of a server action as the text of its argument',
    requests: (url) =>
      actionCall(url, `${field('0', `["$F1"]`)}${field('1', `{"id":"${action}"}`)}--b--\r\n`),
  },
  {
    number: 'CVE-2025-55184',
    what: 'arguments of a server action that wait for each other for ever',
    requests: (url) => actionCall(url, `${field('0', '"$@1"')}${field('1', '"$@0"')}--b--\r\n`),
  },
  {
    number: 'CVE-2024-56332',
    what: 'server actions that keep the server waiting',
    requests: (url) => actionCall(url, field('0', '[')),
  },
  {
    number: 'CVE-2024-46982',
    what: 'a header that has a page kept that should not be',
    requests: () =>
      withHeaders({ 'x-now-route-matches': '1=en' }, [
        '/en/needs?__nextDataReq=1',
        '/en/summaries?__nextDataReq=1',
        '/_next/data/build/en/needs.json',
      ]),
  },
  {
    number: 'CVE-2025-32421',
    what: 'properties of a page in place of the page',
    requests: () => withHeaders({ 'x-now-route-matches': '1=en', 'x-nextjs-data': '1' }),
  },
  {
    number: 'CVE-2025-49005',
    what: 'a page of components kept under the address of a page',
    requests: () =>
      withHeaders({ rsc: '1', 'next-router-prefetch': '1' }, [...guarded, '/en/summaries?_rsc=']),
  },
  {
    number: 'CVE-2023-46298',
    what: 'an empty answer that is kept for all',
    requests: () => withHeaders({ 'x-middleware-prefetch': '1', purpose: 'prefetch' }),
  },
  {
    number: 'CVE-2024-51479',
    what: 'an address below the root for which nobody is asked',
    requests: () =>
      withHeaders({}, ['/admin/audit', '//admin', '/en//admin/audit', '/EN/admin/audit']),
  },
  {
    number: 'CVE-2024-47831',
    what: 'pictures made at any size',
    requests: () =>
      withHeaders({}, [
        '/_next/image?url=%2Ffavicon.svg&w=3840&q=100',
        '/_next/image?url=http%3A%2F%2F169.254.169.254%2F&w=64&q=75',
      ]),
  },
  {
    number: 'CVE-2025-57752',
    what: 'a picture of one person kept for all',
    requests: () =>
      withHeaders({ cookie: 'a=1' }, ['/_next/image?url=%2Fapi%2Fv1%2Fsummary&w=64&q=75']),
  },
  {
    number: 'CVE-2025-55173',
    what: 'a file from elsewhere as a picture of the register',
    requests: () => withHeaders({}, ['/_next/image?url=%2F%2Fattacker.example%2Fa.svg&w=64&q=75']),
  },
  {
    number: 'CVE-2025-57822',
    what: 'a request that the server sends elsewhere by a header',
    requests: () =>
      withHeaders({
        location: 'http://169.254.169.254/',
        'x-middleware-rewrite': 'http://169.254.169.254/',
      }),
  },
  {
    number: 'CVE-2024-34350',
    what: 'two lengths of one request',
    requests: () => withHeaders({ 'x-http-method-override': 'POST', connection: 'content-length' }),
  },
  {
    number: 'CVE-2025-48068',
    what: 'the sources, by addresses for developers',
    requests: () =>
      withHeaders({}, [
        '/__nextjs_original-stack-frame?file=package.json',
        '/__nextjs_source-map?filename=package.json',
        '/_next/webpack-hmr',
      ]),
  },
  {
    number: 'CVE-2020-5284',
    what: 'files beside those of the build',
    requests: () =>
      withHeaders({}, [
        '/_next/static/../../package.json',
        '/_next/%2e%2e/%2e%2e/package.json',
        '/_next/static/..%2f..%2fserver%2fapp-paths-manifest.json',
        '/_next/server/app-paths-manifest.json',
      ]),
  },
  {
    number: 'CVE-2021-37699',
    what: 'an address that leads elsewhere',
    requests: () =>
      withHeaders({}, [
        '//attacker.example/%2e%2e',
        '/\\attacker.example',
        '/%5Cattacker.example/',
      ]),
  },
];

const ofNextAuth: readonly Weakness[] = [
  {
    number: 'CVE-2022-24858',
    what: 'a way back that leads elsewhere',
    requests: () =>
      withHeaders({}, [
        '/api/auth/signin?callbackUrl=https://attacker.example',
        '/api/auth/signout?callbackUrl=//attacker.example',
        '/en/accounts/sign-in?next=https://attacker.example',
      ]),
  },
  {
    number: 'CVE-2022-31093',
    what: 'a way back that is no address',
    requests: () =>
      withHeaders({}, [
        '/api/auth/signin?callbackUrl=/path%20%00',
        '/api/auth/session?callbackUrl=%ff',
      ]),
  },
  {
    number: 'CVE-2022-35924',
    what: 'several addresses to send a link to',
    requests: (url) =>
      ['a@attacker.example,b@example.org', 'a@example.org\r\nbcc: b@attacker.example'].map(
        (email): HttpRequest => ({
          method: 'POST',
          path: '/api/auth/signin/email',
          headers: { origin: url, 'content-type': formType },
          body: String(new URLSearchParams({ email, csrfToken: 'x' })),
        }),
      ),
  },
  {
    number: 'CVE-2023-27490',
    what: 'a sign-in begun by somebody else',
    requests: () =>
      withHeaders({}, [
        '/api/auth/callback/credentials?code=x&state=y',
        '/api/auth/callback/oauth?code=x',
      ]),
  },
  {
    number: 'CVE-2023-48309',
    what: 'a token of another use in place of a session',
    requests: () =>
      withHeaders({
        cookie: 'needs-register=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.BBBB.CCCC',
      }),
  },
  {
    number: 'CVE-2021-21310',
    what: 'a link of one person for the account of another',
    requests: () => withHeaders({}, ['/api/auth/callback/email?token=x&email=other@example.org']),
  },
];

export const weaknesses: readonly Weakness[] = [...ofNext, ...ofNextAuth];
