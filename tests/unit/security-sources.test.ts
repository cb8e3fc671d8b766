import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getTableColumns } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { account } from '#db/schema';
import { publicFiles } from '#lib/server/public-files';
import { noncePolicy, noScriptPolicy, ownScriptPolicy } from '#lib/server/security-headers';

const isSource = /\.(?:ts|tsx|js)$/;
const sources = ['app', 'components', 'db', 'lib', 'public']
  .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && isSource.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/** What a pattern finds in the sources, as `file: text`. */
const found = (pattern: RegExp, among = sources): string[] =>
  among.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].map(([match]) => `${file}: ${match.trim()}`),
  );
const ofServer = sources.filter(({ file }) => /^(?:app|db|lib)\//.test(file));
const planted = (text: string) => [{ file: 'planted', text }];

describe('what the sources never do', () => {
  const rules = [
    {
      name: 'no program is run through a shell',
      pattern: /\bshell:|\bexecSync\b|import \{[^}]*\bexec\b[^}]*\} from 'node:child_process'/g,
      example: "import { exec } from 'node:child_process';",
    },
    {
      name: 'no source evaluates text as code',
      pattern: /\beval\(|\bnew Function\(|'(?:node:)?vm'/g,
      example: 'new Function(text)()',
    },
    {
      name: 'pages use no plug-in and no old technology',
      pattern: /<(?:object|embed|applet|iframe|frame)\b|document\.domain|document\.write/g,
      example: '<iframe src="x">',
    },
    {
      name: 'no weak source of random numbers is used',
      pattern: /\bMath\.random\b/g,
      example: 'Math.random()',
    },
    {
      name: 'nothing is written to the console but by programs',
      pattern: /\bconsole\.\w+/g,
      example: 'console.log(secret)',
    },
  ];
  it.each(rules)('$name', ({ pattern, example }) => {
    expect(found(pattern)).toEqual([]);
    expect(found(pattern, planted(example))).not.toEqual([]);
  });
});

describe('what the sources do in listed places alone', () => {
  it('the server sends requests nowhere but to its database and its mail server', () => {
    const clients =
      /(?<!async )(?<![\w.])fetch\(|import \{[^}]*\b(?:request|get|connect|createConnection)\b[^}]*\} from 'node:(?:https?|net|tls)'|from '(?:pg|nodemailer)'/g;
    expect(found(clients, ofServer).toSorted()).toEqual([
      "db/client.ts: from 'pg'",
      "db/migrate.ts: from 'pg'",
      "lib/operation/backups/copy-database.ts: from 'pg'",
      "lib/operation/backups/restore.ts: from 'pg'",
      "lib/operation/backups/scratch-database.ts: from 'pg'",
      // The doctor asks whether the mail server can be reached.
      "lib/operation/checks/doctor.ts: import { connect } from 'node:net'",
      "lib/operation/moving/postgresql-store.ts: from 'pg'",
      "lib/operation/moving/tables.ts: from 'pg'",
      "lib/review/mail/delivery.ts: from 'nodemailer'",
    ]);
    expect(found(clients, planted('await fetch(address)'))).toHaveLength(1);
  });

  it('answers to everybody alone allow another origin to read them', () => {
    const allowing = /access-control-allow[a-z-]*/gi;
    expect(found(allowing)).toEqual(['lib/http/public-access.ts: access-control-allow-origin']);
    const using = found(/\bpublicAccess\b(?! }| =)/g).map((each) => each.split(':')[0]);
    expect([...new Set(using)].toSorted()).toEqual([
      'lib/api/respond.ts',
      'lib/http/json-response.ts',
    ]);
  });

  it('tokens, salts and nonces come from node:crypto', () => {
    const random = /\brandomBytes\(\d+\)/g;
    expect(found(random, ofServer).toSorted()).toEqual([
      'db/register-key.ts: randomBytes(32)',
      'lib/operation/backups/restore.ts: randomBytes(4)',
      'lib/operation/backups/restore.ts: randomBytes(4)',
      'lib/operation/backups/scratch-database.ts: randomBytes(6)',
      'lib/people/api-tokens/commands.ts: randomBytes(32)',
      'lib/server/request-handler.ts: randomBytes(16)',
      'lib/sessions/passwords.ts: randomBytes(16)',
      'lib/sessions/passwords.ts: randomBytes(16)',
      'lib/sessions/totp.ts: randomBytes(12)',
    ]);
  });

  it('the sources use no algorithm but those of the list', () => {
    const algorithms =
      /\bcreate(?:Hash|Hmac)\('[^']+'|\bderive\('[^']+'|\bcreate(?:Cipheriv|Decipheriv|Sign|Verify|DiffieHellman|ECDH)\b|\b(?:pbkdf2|scrypt|generateKey)\w*\(/g;
    const used = new Set(found(algorithms).map((each) => each.slice(each.indexOf(': ') + 2)));
    expect(used).toEqual(
      new Set([
        "createHash('sha256'",
        "createHmac('sha256'",
        'createCipheriv',
        'createDecipheriv',
        "derive('argon2id'",
      ]),
    );
    expect(found(algorithms, planted("createHash('md5')"))).toHaveLength(1);
  });
});

describe('the account', () => {
  it('no password expires by itself', () => {
    const named = Object.keys(getTableColumns(account)).filter((name) => /password/i.test(name));
    expect(named).toEqual(['passwordHash']);
  });
});

describe('what is given out', () => {
  it('only files of the build and of public are given out, and no folder', () => {
    const files = publicFiles(pathToFileURL(`${process.cwd()}/`));
    const addresses = files.map(({ address }) => address);
    expect(addresses).toEqual(expect.arrayContaining(['/favicon.svg', '/register.css']));
    const isOurs = /^\/(?:_next\/static\/[\w./~-]+|[\w-]+\.(?:js|css|svg))$/;
    expect(addresses.filter((address) => !isOurs.test(address))).toEqual([]);
  });

  it('pages load nothing from elsewhere', () => {
    for (const policy of [noScriptPolicy, ownScriptPolicy, noncePolicy('n', false)]) {
      const allowed = policy.split('; ').flatMap((directive) => directive.split(' ').slice(1));
      const isOwn = /^'(?:none|self|strict-dynamic|nonce-n)'$/;
      expect(allowed.filter((each) => !isOwn.test(each))).toEqual([]);
    }
    const loads = /\b(?:src|srcSet|href)="(?:https?:)?\/\/(?!www\.w3\.org)[^"]*"/g;
    const outside = found(loads).filter((each) => !each.includes('href='));
    expect(outside).toEqual([]);
  });
});
