import 'server-only';
import { isIPv4 } from 'node:net';
import { processWide } from '#lib/base/process-wide';

/** What the environment decides. Read once; a wrong value is refused in one clear line. */
export type Environment = Readonly<{
  host: string;
  port: number;
  publicUrl: URL;
  /** `file:PATH` or `postgres://…` */
  databaseUrl: string;
  /** Whether a new register is made as a demonstration. */
  demonstration: boolean;
  /** Whether readers who have not signed in may see published summaries. */
  open: boolean;
  /** The mail server and the sender's address; null: mail is read in the register alone. */
  mail: Readonly<{ url: string; from: string }> | null;
}>;

export class EnvironmentError extends Error {}

const loopback = (host: string) =>
  host === 'localhost' || host === '[::1]' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

const flag = (name: string, value: string | undefined) => {
  if (value === undefined || value === '' || value === '1') return true;
  if (value === '0') return false;
  throw new EnvironmentError(`${name} must be 0 or 1, not "${value}".`);
};

const portOf = (value: string | undefined) => {
  if (value === undefined || value === '') return 3000;
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65535) return port;
  throw new EnvironmentError(`PORT must be a whole number from 0 to 65535, not "${value}".`);
};

const databaseUrlOf = (value: string | undefined) => {
  if (value === undefined || value === '') return 'file:data/register.db';
  if (/^file:.+/.test(value) && !value.startsWith('file://')) return value;
  if (/^postgres(ql)?:\/\/./.test(value) && URL.canParse(value)) return value;
  throw new EnvironmentError(
    'DATABASE_URL must be file:PATH or postgres://USER:PASSWORD@HOST:PORT/DATABASE.',
  );
};

const publicUrlOf = (value: string | undefined, host: string, port: number) => {
  const assumed = `http://${loopback(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
  if (value === undefined || value === '') {
    if (loopback(host) || host === '0.0.0.0' || host === '::')
      return new URL(`http://localhost:${port}`);
    return publicUrlOf(assumed, host, port);
  }
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
  if (url.protocol === 'http:' && !loopback(url.hostname))
    throw new EnvironmentError(
      'PUBLIC_URL of plain http is allowed on this machine only; use https:// for any other address.',
    );
  return url;
};

/** What it says never repeats the address, which holds a password. */
const mailOf = (url: string | undefined, from: string | undefined) => {
  if (!url) return null;
  if (!/^smtps?:\/\/[^/?#\s]+\/?$/.test(url) || !URL.canParse(url))
    throw new EnvironmentError(
      'MAIL_URL must be smtp://USER:PASSWORD@HOST:PORT or smtps://USER:PASSWORD@HOST:PORT.',
    );
  const [, named = '', bare = ''] =
    /^[^<>@,;"\p{Cc}]{1,100} <([^<>]+)>$|^([^<>]+)$/u.exec(from ?? '') ?? [];
  if (!/^[^\s@,;"]+@[^\s@,;"]+$/.test(named || bare))
    throw new EnvironmentError(
      'MAIL_FROM must be an address such as register@example.org or Needs Register <register@example.org>.',
    );
  return { url, from: from! };
};

/** @throws EnvironmentError with one line that names the variable and what it may be. */
export function environmentOf(variables: Record<string, string | undefined>): Environment {
  const host = variables.HOST || '127.0.0.1';
  if (!/^[A-Za-z0-9.:-]+$/.test(host) || (/^[\d.]+$/.test(host) && !isIPv4(host)))
    throw new EnvironmentError(`HOST must be an address or host name, not "${host}".`);
  const port = portOf(variables.PORT);
  return {
    host,
    port,
    publicUrl: publicUrlOf(variables.PUBLIC_URL, host, port),
    databaseUrl: databaseUrlOf(variables.DATABASE_URL),
    demonstration: flag('DEMO', variables.DEMO),
    open: flag('PUBLIC', variables.PUBLIC),
    mail: mailOf(variables.MAIL_URL, variables.MAIL_FROM),
  };
}

export const environment = (): Environment =>
  processWide('environment', () => environmentOf(process.env));
