import 'server-only';

/** The content security policy with these sources of scripts and styles; nothing else is loaded. */
const policy = (scripts: string, styles: string) =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The policy of answers without scripts: most pages, files, refusals. */
export const noScriptPolicy = policy(`'none'`, `'self'`);

/** The policy of a cached page that keeps itself up to date, by a script file of the register. */
export const ownScriptPolicy = policy(`'self'`, `'self'`);

/**
 * The policy of a page that Next has rendered with scripts: those with the nonce, and what they
 * load. Reloading in development needs more.
 */
export const noncePolicy = (nonce: string, development: boolean) => {
  const scripts = `'nonce-${nonce}' 'strict-dynamic'`;
  return development
    ? policy(`${scripts} 'unsafe-eval'`, `'self' 'unsafe-inline'`)
    : policy(scripts, `'self'`);
};

const deniedFeatures = [
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
 * The headers of every answer, from the first page to a raw 400. With https they also bind browsers
 * to https.
 */
export const securityHeaders = (publicUrl: URL): Readonly<Record<string, string>> => ({
  'content-security-policy': noScriptPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': deniedFeatures.map((feature) => `${feature}=()`).join(', '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'x-permitted-cross-domain-policies': 'none',
  ...(publicUrl.protocol === 'https:'
    ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }
    : {}),
});
