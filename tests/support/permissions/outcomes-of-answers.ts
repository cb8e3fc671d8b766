import { randomUUID } from 'node:crypto';
import { transaction } from '#db/client';
import { session } from '#db/schema';
import { sessionHash } from '#db/session-hash';
import { sessionCookie } from '#lib/sessions/auth-cookie';
import { translator } from '#lib/text/i18n';
import {
  httpClient,
  formRequest,
  type HttpResponse,
  type SendRequest,
  type HttpRequest,
} from '#tests/support/servers/http-client';
import { rightPassword } from '#tests/support/factories/credentials';
import {
  actorNames,
  type ActorName,
  type MatrixRegister,
} from '#tests/support/permissions/register';
import type { SentOutcome } from '#tests/support/permissions/outcomes';
import { asHtml } from '#tests/support/permissions/as-html';

const t = translator('en');
const headings = {
  missing: `<h1>${asHtml(t('pages.notFoundTitle'))}</h1>`,
  forbidden: `<h1>${asHtml(t('pages.forbiddenTitle'))}</h1>`,
};
const says = ({ text }: HttpResponse, words: string) => text.includes(asHtml(words));

/** What a page shows by its heading. */
function headingOutcome(text: string): 'not-found' | 'forbidden' | 'shown' {
  if (text.includes(headings.missing)) return 'not-found';
  if (text.includes(headings.forbidden)) return 'forbidden';
  return 'shown';
}

/**
 * What came of reading a page. Without the server of the register a page cannot name its status, so
 * there its heading says it alone.
 */
export function readOutcome(answer: HttpResponse, withoutServer: boolean): string {
  const { status, headers, text } = answer;
  if (status === 307) {
    const toSignIn = headers.location?.startsWith('/en/accounts/sign-in?next=');
    return toSignIn ? 'sign-in' : 'redirect';
  }
  if (status === 500 && withoutServer && text.includes('<title>500')) return 'error-page';
  const isJson = /^application\/(?:problem\+)?json/.test(headers['content-type'] ?? '');
  const heading = headingOutcome(text);
  if (status === 200) {
    if (isJson || heading === 'shown') return 'shown';
    return withoutServer ? heading : `status 200 ${heading}`;
  }
  if (status === 403 && heading === 'forbidden') return 'forbidden';
  if (status === 404 && (isJson || withoutServer || heading === 'not-found')) return 'not-found';
  return `status ${status}`;
}

function forbiddenOutcome(answer: HttpResponse): SentOutcome {
  if (says(answer, t('refused.role'))) return 'forbidden-to-role';
  if (says(answer, t('refused.not-yours'))) return 'own-entry';
  if (says(answer, t('refused.four-eyes'))) return 'four-eyes';
  return 'forbidden';
}

function conflictOutcome(answer: HttpResponse): SentOutcome {
  if (says(answer, t('conflict.status'))) return 'wrong-status';
  if (says(answer, t('conflict.counted'))) return 'wrong-counting';
  return 'status 409';
}

/** What came of sending a form, by the status and by the words that say why. */
export function sentOutcome(answer: HttpResponse): SentOutcome {
  switch (answer.status) {
    case 200:
      return 'done-and-shown';
    case 302:
    case 303:
      return 'done';
    case 401:
      return 'sign-in';
    case 403:
      return forbiddenOutcome(answer);
    case 404:
      return 'not-found';
    case 409:
      return conflictOutcome(answer);
    case 422:
      return 'invalid';
    default:
      return `status ${answer.status}`;
  }
}

/** The cookies of everybody's sessions: one to go on with, and one to end for each server. */
export type Sessions = Readonly<Record<ActorName, readonly [lasting: string, ...ending: string[]]>>;

export async function signIn(ask: SendRequest, url: string, email: string): Promise<string> {
  const { status, headers } = await ask(
    formRequest(url, '/en/accounts/begin-session', { email, password: rightPassword }),
  );
  const [cookie = ''] = headers['set-cookie'] ?? [];
  if (status !== 303) throw new Error(`${email} could not sign in: ${status}`);
  return cookie.split(';', 1)[0]!;
}

const cookieOf = async (sessionId: string) => (await sessionCookie(sessionId)).split(';', 1)[0]!;

/** The cookie of everybody's session. */
export async function cookiesOf({
  sessionIds,
}: MatrixRegister): Promise<Record<ActorName, string>> {
  const signedIn = await Promise.all(
    Object.entries(sessionIds).map(async ([name, id]) => [name, await cookieOf(id)] as const),
  );
  return { anonymous: '', ...Object.fromEntries(signedIn) } as Record<ActorName, string>;
}

/** The cookie of another session of this account. */
async function anotherCookie(accountId: string): Promise<string> {
  const [sessionId, now] = [randomUUID(), Date.now()];
  const at = (time: number) => new Date(time).toISOString();
  const id = sessionHash(sessionId);
  const opened = { id, accountId, createdAt: at(now), expiresAt: at(now + 3_600_000) };
  await transaction(async (tx) => {
    await tx.insert(session).values(opened);
  });
  return cookieOf(sessionId);
}

/**
 * A session for everybody and that many more, to be ended; who is to be deactivated is so
 * afterwards.
 */
export async function sessionsOf(register: MatrixRegister, more: number): Promise<Sessions> {
  const lasting = await cookiesOf(register);
  const all = await Promise.all(
    actorNames.map(async (name) => {
      if (name === 'anonymous') return [name, ['', ...Array<string>(more).fill('')]] as const;
      const ending = Array.from({ length: more }, () => anotherCookie(register.accountIds[name]));
      return [name, [lasting[name], ...(await Promise.all(ending))]] as const;
    }),
  );
  await register.deactivate();
  return Object.fromEntries(all) as unknown as Sessions;
}

export type Client = Readonly<{
  name: ActorName;
  read: (
    path: string,
    headers?: Readonly<Record<string, string>>,
    method?: string,
  ) => Promise<HttpResponse>;
  send: (
    path: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
    method?: string,
  ) => Promise<HttpResponse>;
}>;

/** Everybody with the session of this place; `watch` sees every answer that they get. */
export function clientsOf(
  url: string,
  sessions: Sessions,
  which: number,
  watch: (name: ActorName, answer: HttpResponse) => void,
): readonly Client[] {
  const ask = httpClient(url);
  return actorNames.map((name) => {
    const cookie = sessions[name][which] ?? '';
    const watched = async (asked: HttpRequest) => {
      const answer = await ask(asked);
      watch(name, answer);
      return answer;
    };
    return {
      name,
      read: (path, headers = {}, method = 'GET') =>
        watched({ method, path, headers: { cookie, ...headers } }),
      send: (path, fields, method = 'POST') =>
        watched({ ...formRequest(url, path, fields, cookie), method }),
    };
  });
}

const pushed = /<script[^>]*>self\.__next_f\.push\(\[1,"((?:[^"\\]|\\.)*)"\]\)<\/script>/g;
const hints = /<link rel="preload" href="\/register\.css[^"]*" as="style"\/>/g;

/** React ends a text with this where the piece of the page that holds it came later than others. */
const endOfText = '<!-- -->';

/**
 * An answer as it is the same for whatever id stands in it: without what is another in every page,
 * and without what depends on when the stream was flushed. That is the hint that React gives, where
 * it ends a text, and in which pieces and order data for scripts come.
 */
export function masked({ text }: HttpResponse, ...ids: readonly string[]): string {
  const withoutIds = ids.reduce((masking, id) => masking.replaceAll(id, 'ID'), text);
  const page = withoutIds
    .replaceAll(/nonce(="|\\":\\")[^"\\]*/g, 'nonce')
    .replaceAll(hints, '')
    .replaceAll(endOfText, '');
  const data = [...page.matchAll(pushed)].map(([, piece]) => piece).join('');
  return [page.replaceAll(pushed, ''), ...data.split('\\n').sort()].join('\n');
}
