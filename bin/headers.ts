/**
 * What a page may do, by the sources of its scripts. Nothing is inline and nothing comes from
 * elsewhere.
 */
const policy = (scripts: string, styles: string) =>
  `default-src 'none'; script-src ${scripts}; style-src ${styles}; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** The policy of every answer that ships no script: kept pages, most live ones, files, refusals. */
export const scriptless = policy(`'none'`, `'self'`);

/**
 * The policy of a kept page that brings itself up to date: by a file of the register's own, and
 * nothing inline.
 */
export const ownScript = policy(`'self'`, `'self'`);

/**
 * The policy of a live page with scripts: those that bear its nonce, and what they load. Reloading
 * in development needs more.
 */
export const scripted = (nonce: string, development: boolean) =>
  policy(
    `'nonce-${nonce}' 'strict-dynamic'${development ? ` 'unsafe-eval'` : ''}`,
    `'self'${development ? ` 'unsafe-inline'` : ''}`,
  );

const denied = [
  'camera',
  'display-capture',
  'geolocation',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'serial',
  'usb',
  'browsing-topics',
];

/**
 * The headers of every answer, from the first page to a raw 400. Behind https they also say that it
 * stays https.
 */
export const securityHeaders = (publicUrl: URL): Readonly<Record<string, string>> => ({
  'content-security-policy': scriptless,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': denied.map((feature) => `${feature}=()`).join(', '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'x-permitted-cross-domain-policies': 'none',
  ...(publicUrl.protocol === 'https:'
    ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }
    : {}),
});
