import { translator } from '#lib/i18n';
import { asking, formOf, type Answered, type Ask, type Asked } from '#tests/support/asking';
import { rightPassword } from '#tests/support/credentials';
import { actorNames, type ActorName, type MatrixRegister } from '#tests/support/matrix-register';
import { asHtml } from '#tests/support/as-html';

const t = translator('en');
const headings = { missing: `<h1>${asHtml(t('pages.notFoundTitle'))}</h1>`, forbidden: `<h1>${asHtml(t('pages.forbiddenTitle'))}</h1>` };
const says = ({ text }: Answered, words: string) => text.includes(asHtml(words));

/** What came of reading a page. Without bin/server.ts a page cannot name its status, so there its heading says it alone. */
export function readLetter(answer: Answered, bare: boolean): string {
  const { status, headers, text } = answer;
  if (status === 307) return headers.location?.startsWith('/en/accounts/sign-in?next=') ? 'i' : '>';
  const json = headers['content-type']?.startsWith('application/json') ?? false;
  const shown = text.includes(headings.missing) ? 'n' : text.includes(headings.forbidden) ? 'f' : 'v';
  if (status === 500 && bare && text.includes('<title>500') ) return 'e';
  const wanted = { 200: json || shown === 'v' ? 'v' : bare ? shown : `200 ${shown}`, 403: shown === 'f' ? 'f' : '403', 404: json || bare || shown === 'n' ? 'n' : '404' }[status];
  return wanted ?? String(status);
}

/** What came of sending a form, by the status and by the words that say why. */
export function sentLetter(answer: Answered): string {
  switch (answer.status) {
    case 200: return '=';
    case 302: case 303: return '+';
    case 401: return 'u';
    case 403: return says(answer, t('refused.role')) ? 'r' : says(answer, t('refused.not-yours')) ? 'y' : says(answer, t('refused.four-eyes')) ? '4' : 'f';
    case 404: return 'n';
    case 409: return says(answer, t('conflict.status')) ? 's' : says(answer, t('conflict.counted')) ? 'c' : '409';
    case 422: return 'x';
    default: return String(answer.status);
  }
}

/** The cookies of everybody's sessions: one to go on with, and one to end for each server. */
export type Sessions = Readonly<Record<ActorName, readonly [lasting: string, ...ending: string[]]>>;

export async function signIn(ask: Ask, url: string, email: string): Promise<string> {
  const { status, headers } = await ask(formOf(url, '/en/accounts/begin-session', { email, password: rightPassword }));
  const [cookie = ''] = headers['set-cookie'] ?? [];
  if (status !== 303) throw new Error(`${email} could not sign in: ${status}`);
  return cookie.split(';', 1)[0]!;
}

/** Signs everybody in, that many times; who is to be deactivated is so afterwards. */
export async function sessionsOf(url: string, { emails, deactivate }: MatrixRegister, times: number): Promise<Sessions> {
  const ask = asking(url);
  const signed = await Promise.all(actorNames.map(async (name) => {
    return [name, await Promise.all(Array.from({ length: times }, () => (name === 'anonymous' ? '' : signIn(ask, url, emails[name]))))] as const;
  }));
  await deactivate();
  return Object.fromEntries(signed) as unknown as Sessions;
}

export type Asker = Readonly<{
  name: ActorName;
  read: (path: string, headers?: Readonly<Record<string, string>>, method?: string) => Promise<Answered>;
  send: (path: string, fields: Readonly<Record<string, string | readonly string[]>>, method?: string) => Promise<Answered>;
}>;

/** Everybody with the session of this place; `watch` sees every answer that they get. */
export function askersOf(url: string, sessions: Sessions, which: number, watch: (name: ActorName, answer: Answered) => void): readonly Asker[] {
  const ask = asking(url);
  return actorNames.map((name) => {
    const cookie = sessions[name][which] ?? '';
    const watched = async (asked: Asked) => {
      const answer = await ask(asked);
      watch(name, answer);
      return answer;
    };
    return {
      name,
      read: (path, headers = {}, method = 'GET') => watched({ method, path, headers: { cookie, ...headers } }),
      send: (path, fields, method = 'POST') => watched({ ...formOf(url, path, fields, cookie), method }),
    };
  });
}

/** The same for whatever id stands in it, without what is another one in every page, and the hint that React gives or not, as the stream is flushed. */
export const masked = ({ text }: Answered, ...ids: readonly string[]): string => ids.reduce((masking, id) => masking.replaceAll(id, 'ID'), text)
  .replaceAll(/nonce(="|\\":\\")[^"\\]*/g, 'nonce').replaceAll('<link rel="preload" href="/register.css" as="style"/>', '');
