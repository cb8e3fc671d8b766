import 'server-only';
import { isIPv4 } from 'node:net';
import { dirname, join } from 'node:path';
import { globalSingleton } from '#lib/base/global-singleton';
import { parseTrustedProxy, type TrustedProxy } from '#lib/base/trusted-proxy';

/** The settings from environment variables. They are read once. */
export type Environment = Readonly<{
  host: string;
  port: number;
  publicUrl: URL;
  /** `file:PATH` or `postgres://…` */
  databaseUrl: string;
  /** The key that signs cookies; null: it is in a file beside the database. */
  secret: string | null;
  /** Whether a new register is a demonstration. */
  demonstration: boolean;
  /** Whether the public may see published summaries without signing in. */
  open: boolean;
  /** The mail server and the sender; null: mail is read in the register only. */
  mail: Readonly<{ url: string; from: string }> | null;
  /** The proxies before the register; null: none is believed. */
  trustedProxy: TrustedProxy | null;
  /** Whether each request is written to the access log. */
  accessLog: boolean;
  /** Where somebody reports a weakness: a `mailto:`, `https:` or `tel:` address. */
  securityContact: string;
  /** The folder of the scheduled backups; null: none are made by themselves. */
  backupFolder: string | null;
  /** The age recipient that backups are encrypted for; null: they are not. */
  backupRecipient: string | null;
  /** The file with the age identity that decrypts backups; null: there is none on this machine. */
  backupIdentityFile: string | null;
  /** Where the metrics are served; null: nowhere. */
  metrics: Readonly<{ host: string; port: number }> | null;
  /** Whether the whole database is checked by itself, after a start and every night. */
  checks: boolean;
  /** How long requests may still take when the server stops. */
  stopSeconds: number;
}>;

export class EnvironmentError extends Error {}

const isLoopback = (host: string) =>
  host === 'localhost' || host === '[::1]' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

const parseFlag = (name: string, value: string | undefined) => {
  if (value === undefined || value === '' || value === '1') return true;
  if (value === '0') return false;
  throw new EnvironmentError(`${name} must be 0 or 1, not "${value}".`);
};

/** A whole number up to `most`, or what is taken where the variable is not set. */
function parseWhole<T>(name: string, value: string | undefined, absent: T, most: number) {
  if (value === undefined || value === '') return absent;
  const number = Number(value);
  if (/^\d{1,5}$/.test(value) && number <= most) return number;
  throw new EnvironmentError(`${name} must be a whole number from 0 to ${most}, not "${value}".`);
}

const parsePort = <T>(name: string, value: string | undefined, absent: T) =>
  parseWhole(name, value, absent, 65_535);

const parseHost = (name: string, value: string | undefined) => {
  const host = value || '127.0.0.1';
  if (/^[A-Za-z0-9.:-]+$/.test(host) && (!/^[\d.]+$/.test(host) || isIPv4(host))) return host;
  throw new EnvironmentError(`${name} must be an address or host name, not "${host}".`);
};

const parseDatabaseUrl = (value: string | undefined) => {
  if (value === undefined || value === '') return 'file:data/register.db';
  if (/^file:.+/.test(value) && !value.startsWith('file://')) return value;
  if (/^postgres(ql)?:\/\/./.test(value) && URL.canParse(value)) return value;
  throw new EnvironmentError(
    'DATABASE_URL must be file:PATH or postgres://USER:PASSWORD@HOST:PORT/DATABASE.',
  );
};

const shortestSecret = 32;

/** The error does not repeat it. */
const parseSecret = (value: string | undefined) => {
  if (value === undefined || value === '') return null;
  if (value.length >= shortestSecret && value === value.trim()) return value;
  throw new EnvironmentError(
    `AUTH_SECRET must have ${shortestSecret} characters or more and no blanks around it. Make one with: openssl rand -base64 32`,
  );
};

/** The public address where PUBLIC_URL does not say it. */
const defaultPublicUrl = (host: string, port: number) => {
  if (isLoopback(host) || host === '0.0.0.0' || host === '::') return `http://localhost:${port}`;
  return host.includes(':') ? `http://[${host}]:${port}` : `http://${host}:${port}`;
};

const parsePublicUrl = (value: string) => {
  if (!URL.canParse(value))
    throw new EnvironmentError(
      `PUBLIC_URL must be an address such as https://register.example.org, not "${value}".`,
    );
  const url = new URL(value);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new EnvironmentError('PUBLIC_URL must begin with https:// (or http:// on this machine).');
  if (url.pathname !== '/' || url.search || url.hash || url.username || url.password)
    throw new EnvironmentError(
      'PUBLIC_URL must be an origin alone, without path, query or user name.',
    );
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    throw new EnvironmentError(
      'PUBLIC_URL of plain http is allowed on this machine only; use https:// for any other address.',
    );
  return url;
};

/** Its errors never repeat the address, which contains a password. */
const parseMail = (url: string | undefined, from: string | undefined) => {
  if (!url) return null;
  if (!/^smtps?:\/\/[^/?#\s]+\/?$/.test(url) || !URL.canParse(url))
    throw new EnvironmentError(
      'MAIL_URL must be smtp://USER:PASSWORD@HOST:PORT or smtps://USER:PASSWORD@HOST:PORT.',
    );
  const [, addressOfName = '', bareAddress = ''] =
    /^[^<>@,;"\p{Cc}]{1,100} <([^<>]+)>$|^([^<>]+)$/u.exec(from ?? '') ?? [];
  if (!/^[^\s@,;"]+@[^\s@,;"]+$/.test(addressOfName || bareAddress))
    throw new EnvironmentError(
      'MAIL_FROM must be an address such as register@example.org or Needs Register <register@example.org>.',
    );
  return { url, from: from! };
};

function readTrustedProxy(value: string | undefined): TrustedProxy | null {
  const proxy = parseTrustedProxy(value);
  if (proxy !== undefined) return proxy;
  throw new EnvironmentError(
    'TRUSTED_PROXY must be a number of proxies from 1 to 10, or addresses and ranges such as 127.0.0.1,10.0.0.0/8.',
  );
}

/** The mailbox of a domain for such reports is security@ (RFC 2142). */
function parseSecurityContact(value: string | undefined, { hostname }: URL): string {
  if (!value) return `mailto:security@${hostname}`;
  const isContact =
    /^(?:mailto:[^\s@]{1,64}@[^\s@]{1,250}|https:\/\/\S{1,300}|tel:\+?[\d-]{1,30})$/;
  if (isContact.test(value) && URL.canParse(value)) return value;
  throw new EnvironmentError(
    'SECURITY_CONTACT must be mailto:NAME@HOST, an https:// address or tel:NUMBER.',
  );
}

/** The default folder of backups: beside the database file. */
export const defaultBackupFolder = (databaseUrl: string): string =>
  databaseUrl.startsWith('file:')
    ? join(dirname(databaseUrl.slice('file:'.length)), 'backups')
    : join('data', 'backups');

/** A demonstration is not backed up by itself, and no register where BACKUP_DIR is `none`. */
function parseBackupFolder(value: string | undefined, databaseUrl: string, demonstration: boolean) {
  if (value === 'none') return null;
  if (value) return value;
  return demonstration ? null : defaultBackupFolder(databaseUrl);
}

function parseRecipient(value: string | undefined): string | null {
  if (!value) return null;
  // One that is mistyped would make backups that nobody can read.
  if (/^age1[02-9a-z]{50,4000}$/.test(value)) return value;
  throw new EnvironmentError('BACKUP_RECIPIENT must be an age recipient: age1…');
}

function parseMetrics(variables: Record<string, string | undefined>): Environment['metrics'] {
  const port = parsePort('METRICS_PORT', variables.METRICS_PORT, null);
  return port === null ? null : { host: parseHost('METRICS_HOST', variables.METRICS_HOST), port };
}

/** What the operation of the register depends on: backups, metrics and its stop. */
const parseOperation = (
  variables: Record<string, string | undefined>,
  databaseUrl: string,
  demonstration: boolean,
) => ({
  backupFolder: parseBackupFolder(variables.BACKUP_DIR, databaseUrl, demonstration),
  backupRecipient: parseRecipient(variables.BACKUP_RECIPIENT),
  backupIdentityFile: variables.BACKUP_IDENTITY_FILE || null,
  metrics: parseMetrics(variables),
  checks: parseFlag('CHECKS', variables.CHECKS),
  stopSeconds: parseWhole('STOP_SECONDS', variables.STOP_SECONDS, 30, 3600),
});

/** @throws EnvironmentError with one line that names the variable and its possible values. */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  const host = parseHost('HOST', variables.HOST);
  const port = parsePort('PORT', variables.PORT, 3000);
  const publicUrl = parsePublicUrl(variables.PUBLIC_URL || defaultPublicUrl(host, port));
  const databaseUrl = parseDatabaseUrl(variables.DATABASE_URL);
  const demonstration = parseFlag('DEMO', variables.DEMO);
  return {
    host,
    port,
    publicUrl,
    secret: parseSecret(variables.AUTH_SECRET || variables.NEXTAUTH_SECRET),
    databaseUrl,
    demonstration,
    open: parseFlag('PUBLIC', variables.PUBLIC),
    mail: parseMail(variables.MAIL_URL, variables.MAIL_FROM),
    trustedProxy: readTrustedProxy(variables.TRUSTED_PROXY),
    accessLog: parseFlag('ACCESS_LOG', variables.ACCESS_LOG),
    securityContact: parseSecurityContact(variables.SECURITY_CONTACT, publicUrl),
    ...parseOperation(variables, databaseUrl, demonstration),
  };
}

export const environment = (): Environment =>
  globalSingleton('environment', () => parseEnvironment(process.env));
