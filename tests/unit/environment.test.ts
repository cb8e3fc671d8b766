import { describe, expect, it } from 'vitest';
import { EnvironmentError, parseEnvironment } from '#lib/base/env';

/** The environment as plain text, where it is accepted. */
const read = (variables: Record<string, string | undefined>) => {
  const { publicUrl, ...rest } = parseEnvironment(variables);
  return { ...rest, publicUrl: publicUrl.href };
};

/** What is said of a wrong value: one line. */
function refusal(variables: Record<string, string>): string {
  try {
    parseEnvironment(variables);
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentError);
    return (error as Error).message;
  }
  return 'not refused';
}

describe('the environment', () => {
  it('needs nothing: a demonstration on this machine, open to readers, in a file of its own', () => {
    const assumed = {
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000/',
      databaseUrl: 'file:data/register.db',
      secret: null,
      demonstration: true,
      open: true,
      mail: null,
      trustedProxy: null,
      accessLog: true,
      securityContact: 'mailto:security@localhost',
      backupFolder: null,
      backupRecipient: null,
      backupIdentityFile: null,
      metrics: null,
      checks: true,
      stopSeconds: 30,
    };
    expect(read({})).toEqual(assumed);
    expect(
      read({
        HOST: '',
        PORT: '',
        DATABASE_URL: '',
        PUBLIC_URL: '',
        DEMO: '',
        PUBLIC: '',
        MAIL_URL: '',
        MAIL_FROM: '',
      }),
    ).toEqual(assumed);
  });

  it('says where backups and metrics go, and how long a stop may take', () => {
    const operation = {
      BACKUP_DIR: '/srv/backups',
      METRICS_PORT: '9464',
      STOP_SECONDS: '5',
      BACKUP_IDENTITY_FILE: '/run/identity',
    };
    expect(read(operation)).toMatchObject({
      backupFolder: '/srv/backups',
      backupIdentityFile: '/run/identity',
      metrics: { host: '127.0.0.1', port: 9464 },
      stopSeconds: 5,
    });
    expect(read({ DEMO: '0', DATABASE_URL: 'file:/srv/a/b.db' }).backupFolder).toBe(
      '/srv/a/backups',
    );
    expect(read({ DEMO: '0', BACKUP_DIR: 'none' }).backupFolder).toBeNull();
    expect(refusal({ STOP_SECONDS: '-1' })).toMatch(/^STOP_SECONDS must be/);
    expect(refusal({ METRICS_PORT: '99999' })).toMatch(/^METRICS_PORT must be/);
    expect(refusal({ BACKUP_RECIPIENT: 'AGE-SECRET-KEY-1' })).toMatch(/^BACKUP_RECIPIENT must be/);
  });

  it('takes what it is told', () => {
    expect(
      read({
        HOST: '0.0.0.0',
        PORT: '8080',
        PUBLIC_URL: 'https://needs.example.org',
        DATABASE_URL: 'postgres://u:p@db.example.org:5432/needs',
        DEMO: '0',
        PUBLIC: '0',
      }),
    ).toEqual({
      host: '0.0.0.0',
      port: 8080,
      publicUrl: 'https://needs.example.org/',
      databaseUrl: 'postgres://u:p@db.example.org:5432/needs',
      secret: null,
      demonstration: false,
      open: false,
      mail: null,
      trustedProxy: null,
      accessLog: true,
      securityContact: 'mailto:security@needs.example.org',
      backupFolder: 'data/backups',
      backupRecipient: null,
      backupIdentityFile: null,
      metrics: null,
      checks: true,
      stopSeconds: 30,
    });
  });

  it.each([
    [{ HOST: '0.0.0.0' }, 'http://localhost:3000/'],
    [{ HOST: '::' }, 'http://localhost:3000/'],
    [{ HOST: '::1', PORT: '0' }, 'http://localhost:0/'],
    [{ HOST: 'localhost', PORT: '65535' }, 'http://localhost:65535/'],
    [{ HOST: '127.9.9.9' }, 'http://localhost:3000/'],
    [{ PUBLIC_URL: 'http://localhost:4000' }, 'http://localhost:4000/'],
    [{ PUBLIC_URL: 'http://127.0.0.1' }, 'http://127.0.0.1/'],
    [{ PUBLIC_URL: 'http://[::1]:3000' }, 'http://[::1]:3000/'],
    [{ PUBLIC_URL: 'https://needs.example.org:8443' }, 'https://needs.example.org:8443/'],
    [{ PUBLIC_URL: 'https://needs.example.org/' }, 'https://needs.example.org/'],
    [{ HOST: '10.0.0.5', PUBLIC_URL: 'https://needs.example.org' }, 'https://needs.example.org/'],
  ])('%j is reached at %s', (variables, address) => {
    expect(read(variables).publicUrl).toBe(address);
  });

  it.each([
    'mailto:security@example.org',
    'https://example.org/report-a-weakness',
    'tel:+43-1-26060',
  ])('SECURITY_CONTACT may be %s', (SECURITY_CONTACT) => {
    expect(read({ SECURITY_CONTACT }).securityContact).toBe(SECURITY_CONTACT);
  });

  it.each([
    'file:register.db',
    'file:/var/lib/register.db',
    'file:./data/a b.db',
    'postgres://localhost/needs',
    'postgresql://u:p%40ss@h:1/needs?sslmode=require',
  ])('DATABASE_URL may be %s', (DATABASE_URL) => {
    expect(read({ DATABASE_URL }).databaseUrl).toBe(DATABASE_URL);
  });

  it.each([
    ['smtp://mail.example.org', 'register@example.org'],
    ['smtps://user:p%40ss@mail.example.org:465', 'Needs Register <register@example.org>'],
    ['smtp://[::1]:2525/', 'registre@localhost'],
    ['smtp://10.0.0.5:25', 'Реестр <a+b@example.org>'],
  ])('mail may go by %s from %s', (MAIL_URL, MAIL_FROM) => {
    expect(read({ MAIL_URL, MAIL_FROM }).mail).toEqual({ url: MAIL_URL, from: MAIL_FROM });
  });
});

describe('a wrong value is refused in one line that names its variable', () => {
  it.each([
    ['HOST', 'exa mple'],
    ['HOST', 'http://localhost'],
    ['HOST', 'a/b'],
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['PORT', '0x10'],
    ['PORT', '1e3'],
    ['PORT', ' 3000'],
    ['DATABASE_URL', 'mysql://localhost/needs'],
    ['DATABASE_URL', 'register.db'],
    ['DATABASE_URL', 'file:'],
    ['DATABASE_URL', 'file:///var/register.db'],
    ['DATABASE_URL', 'postgres://'],
    ['DATABASE_URL', 'postgres://u@h:99999/needs'],
    ['DATABASE_URL', 'sqlite:register.db'],
    ['PUBLIC_URL', 'http://needs.example.org'],
    ['PUBLIC_URL', 'http://10.0.0.5:3000'],
    ['PUBLIC_URL', 'http://127.0.0.1.example.org'],
    ['PUBLIC_URL', 'http://localhost.example.org'],
    ['PUBLIC_URL', 'https://needs.example.org/register'],
    ['PUBLIC_URL', 'https://needs.example.org/?a=1'],
    ['PUBLIC_URL', 'https://needs.example.org/#a'],
    ['PUBLIC_URL', 'https://user@needs.example.org'],
    ['PUBLIC_URL', 'https://:secret@needs.example.org'],
    ['PUBLIC_URL', 'needs.example.org'],
    ['PUBLIC_URL', 'ftp://needs.example.org'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['MAIL_URL', 'mail.example.org'],
    ['MAIL_URL', 'http://mail.example.org'],
    ['MAIL_URL', 'smtp://'],
    ['MAIL_URL', 'smtp://h:99999'],
    ['MAIL_URL', 'smtp://h?tls.rejectUnauthorized=false'],
    ['MAIL_URL', 'smtp://h/inbox'],
    ['DEMO', 'yes'],
    ['DEMO', 'true'],
    ['DEMO', '2'],
    ['PUBLIC', 'no'],
    ['PUBLIC', 'off'],
    ['PUBLIC', ' 0'],
    ['SECURITY_CONTACT', 'security@example.org'],
    ['SECURITY_CONTACT', 'http://example.org/report'],
    ['SECURITY_CONTACT', 'mailto:a@example.org\nExpires: 2000-01-01T00:00:00Z'],
  ])('%s=%s', (name, value) => {
    const said = refusal({ [name]: value });
    expect(said).toMatch(new RegExp(`^${name} `));
    expect(said).not.toContain('\n');
    expect(said.length).toBeLessThan(160);
  });

  it("also where the address follows from a host that is not this machine's", () => {
    expect(refusal({ HOST: '10.0.0.5' })).toMatch(/^PUBLIC_URL /);
    expect(refusal({ HOST: 'needs.example.org' })).toMatch(/^PUBLIC_URL /);
  });

  it.each([
    '',
    'register',
    'a@b@c',
    'a@example.org, b@example.org',
    'Register <a@example.org',
    '<a@example.org>\r\nBcc: b@example.org',
    'Register\n <a@example.org>',
    'a b@example.org',
  ])('the sender %j', (MAIL_FROM) => {
    const said = refusal({ MAIL_URL: 'smtp://mail.example.org', MAIL_FROM });
    expect(said).toMatch(/^MAIL_FROM /);
    expect(said).not.toContain('\n');
  });

  it('and never repeats a password', () => {
    expect(
      refusal({ MAIL_URL: 'smtp//register:secret@mail', MAIL_FROM: 'a@example.org' }),
    ).not.toContain('secret');
    expect(refusal({ DATABASE_URL: 'postgre://register:secret@db/needs' })).not.toContain('secret');
    expect(refusal({ PUBLIC_URL: 'https://register:secret@needs.example.org' })).not.toContain(
      'secret',
    );
  });
});
