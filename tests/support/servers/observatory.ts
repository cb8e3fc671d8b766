/**
 * The scoring of Mozilla's HTTP Observatory, from its public table: 100, less the penalties;
 * bonuses count from 90 on, and 100
 * or more is an A+. Preloading is not asked for, and certificates belong to the proxy in front.
 */
export type Scored = Readonly<{ score: number; parts: Readonly<Record<string, number>> }>;
export type Answered = Readonly<{
  headers: Readonly<Record<string, string | string[] | undefined>>;
  text: string;
  https: boolean;
}>;

const one = (value: string | string[] | undefined) =>
  Array.isArray(value) ? value.join(', ') : value;

function contentSecurity(policy: string | undefined): number {
  if (!policy) return -25;
  const directives = new Map(
    policy
      .split(';')
      .map((part) => part.trim().toLowerCase().split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources]),
  );
  const fallback = directives.get('default-src') ?? ['*'];
  const sources = (name: string) => directives.get(name) ?? fallback;
  const broad = (source: string) =>
    ['*', 'http:', 'https:', 'data:', 'ftp:', 'blob:', `'unsafe-inline'`].includes(source);
  if ([...directives.values()].flat().some((source) => source.startsWith('http:'))) return -20;
  if (['script-src', 'object-src'].some((name) => sources(name).some(broad))) return -20;
  if (sources('script-src').includes(`'unsafe-eval'`)) return -10;
  if (sources('style-src').some(broad)) return 0;
  const form = directives.get('form-action') ?? [];
  return fallback.join() === `'none'` &&
    form.length > 0 &&
    form.every((source) => source === `'none'` || source === `'self'`)
    ? 10
    : 5;
}

function cookies(given: string | string[] | undefined, protectedByHsts: boolean): number {
  const sent = [given ?? []].flat();
  if (sent.length === 0) return 0;
  const of = sent.map((cookie) => {
    const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
    const named = new Map(
      attributes.map((each) => [
        each.toLowerCase().split('=')[0]!,
        each.toLowerCase().split('=')[1],
      ]),
    );
    return {
      session: !pair.startsWith('language='),
      secure: named.has('secure'),
      httpOnly: named.has('httponly'),
      sameSite: named.get('samesite'),
    };
  });
  if (of.some(({ session, secure }) => session && !secure)) return protectedByHsts ? -10 : -40;
  if (of.some(({ session, httpOnly }) => session && !httpOnly)) return -30;
  if (
    of.some(({ sameSite }) => sameSite !== undefined && sameSite !== 'lax' && sameSite !== 'strict')
  )
    return -20;
  if (of.some(({ secure }) => !secure)) return protectedByHsts ? -5 : -20;
  return of.every(({ sameSite }) => sameSite) ? 5 : 0;
}

function transport(value: string | undefined): number {
  const age = /^max-age=(\d+)(;|$)/.exec(value ?? '')?.[1];
  return age === undefined ? -20 : Number(age) < 15_768_000 ? -10 : 0;
}

function referrer(value: string | undefined): number {
  if (value === undefined) return 0;
  return [
    'no-referrer',
    'same-origin',
    'strict-origin',
    'strict-origin-when-cross-origin',
  ].includes(value)
    ? 5
    : -5;
}

function framing(policy: string | undefined, options: string | undefined): number {
  if (/frame-ancestors '(none|self)'/.test(policy ?? '')) return 5;
  return /^(deny|sameorigin)$/i.test(options ?? '') ? 0 : -20;
}

function scripts(text: string): number {
  const foreign = [...text.matchAll(/<script\b[^>]*\ssrc="([^"]*)"/g)].filter(
    ([, source = '']) => !/^\/(?!\/)/.test(source),
  );
  return foreign.length === 0
    ? 0
    : foreign.some(([, source = '']) => !source.startsWith('https:'))
      ? -50
      : -5;
}

const resources = { 'same-origin': 10, 'same-site': 10, 'cross-origin': 0 } as const;

export function score({ headers, text, https }: Answered): Scored {
  const policy = one(headers['content-security-policy']);
  const hsts = transport(one(headers['strict-transport-security']));
  const resource = one(headers['cross-origin-resource-policy']);
  const parts = {
    policy: contentSecurity(policy),
    cookies: https ? cookies(headers['set-cookie'], hsts === 0) : 0,
    sharing:
      headers['access-control-allow-origin'] === undefined ||
      headers['access-control-allow-credentials'] === undefined
        ? 0
        : -50,
    // A register without https is on this machine alone, where there is nothing to lead to and
    // nothing to insist on.
    transport: https ? hsts : 0,
    referrer: referrer(one(headers['referrer-policy'])),
    scripts: scripts(text),
    types: one(headers['x-content-type-options']) === 'nosniff' ? 0 : -5,
    framing: framing(policy, one(headers['x-frame-options'])),
    resources: resource === undefined ? 0 : (resources[resource as keyof typeof resources] ?? -5),
  };
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const without = 100 + sum(Object.values(parts).filter((value) => value < 0));
  return { score: without >= 90 ? 100 + sum(Object.values(parts)) : Math.max(without, 0), parts };
}
