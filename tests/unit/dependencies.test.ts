import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  belowFloor,
  inProduction,
  isLower,
  licenceOf,
  missingOptional,
  nameOf,
  readLockfile,
  withoutIntegrity,
  type Accepted,
  type Floor,
  type Lockfile,
} from '#tests/support/run/lockfile';

const lockfile = readLockfile();
const { floors, accepted } = JSON.parse(readFileSync('tests/fixtures/floors.json', 'utf8')) as {
  floors: Floor[];
  accepted: Accepted[];
};
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  string,
  Record<string, string>
>;

/** A version just below. */
const justBelow = (version: string) => `${version}-0`;

describe('versions known to be unsafe', () => {
  it('are not installed', () => {
    expect(belowFloor(lockfile, floors, accepted)).toEqual([]);
  });

  it.each(floors)(
    'would be seen: $package below $lowest',
    ({ package: name, lowest, advisory }) => {
      const places = Object.keys(lockfile).filter((path) => nameOf(path) === name);
      expect(places, `${name} is installed no more: its floor can go`).not.toEqual([]);
      const planted: Lockfile = {
        ...lockfile,
        [places.at(-1)!]: { ...lockfile[places.at(-1)!]!, version: justBelow(lowest) },
      };
      expect(belowFloor(planted, floors, accepted)).toEqual([
        `${places.at(-1)} ${justBelow(lowest)} is below ${lowest} (${advisory})`,
      ]);
    },
  );

  it('that were accepted are only in tools, which no release runs', () => {
    const running = inProduction(lockfile).map(([path]) => nameOf(path));
    for (const each of accepted) {
      expect(running).not.toContain(each.package);
      const installed = Object.entries(lockfile)
        .filter(([path]) => nameOf(path) === each.package)
        .map(([, { version }]) => version);
      expect(installed, 'accepted, but installed no more').toEqual(
        expect.arrayContaining([...each.versions]),
      );
    }
  });

  it.each([
    ['1.2.3', '1.2.4', true],
    ['1.2.4', '1.2.4', false],
    ['1.10.0', '1.9.9', false],
    ['0.9.0', '1.0.0', true],
    ['1.2.4-beta.1', '1.2.4', true],
    ['2.0.0', '10.0.0', true],
  ])('are compared as numbers: %s lower than %s is %s', (version, than, lower) =>
    expect(isLower(version, than)).toBe(lower),
  );
});

describe('what runs in production', () => {
  const permissive = [
    'MIT',
    'MIT-0',
    'ISC',
    'Apache-2.0',
    'BSD-3-Clause',
    '0BSD',
    'BlueOak-1.0.0',
    'CC-BY-4.0',
  ];
  /**
   * libvips, a shared library that `next` would make images smaller by. The register has that
   * switched off.
   */
  // Used as they are published: the rasteriser's MPL binds its own files alone; the fonts' licence
  // (Bitstream Vera) lets anyone use and pass them on.
  const named: Readonly<Record<string, string>> = {
    '@resvg/resvg-wasm': 'MPL-2.0',
    'dejavu-fonts-ttf': 'SEE LICENSE IN README.md',
  };
  const allowedIn = (name: string) => [
    ...permissive,
    ...(name.startsWith('@img/sharp-') ? ['LGPL-3.0-or-later'] : []),
    ...(named[name] ? [named[name], 'LICENSE'] : []),
  ];
  const partsOf = (licence: string) => licence.replaceAll(/[()]/g, '').split(' AND ');

  const otherLicences = (of: Lockfile) =>
    inProduction(of)
      .map(([path]) => `${nameOf(path)} ${licenceOf(of, path) ?? 'none'}`)
      .filter((said) =>
        partsOf(said.split(' ').slice(1).join(' ')).some(
          (part) => !allowedIn(said.split(' ')[0]!).includes(part),
        ),
      );
  const withScripts = (of: Lockfile) =>
    inProduction(of)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => nameOf(path));

  it('comes under licences that allow it', () => {
    expect(otherLicences(lockfile)).toEqual([]);
    const planted: Lockfile = {
      ...lockfile,
      'node_modules/copied': { version: '1.0.0', license: 'MIT AND GPL-3.0-only' },
      'node_modules/silent': { version: '1.0.0' },
    };
    expect(otherLicences(planted)).toEqual(['copied MIT AND GPL-3.0-only', 'silent none']);
  });

  it('needs no script at its installation, so that npm ci --ignore-scripts is enough', () => {
    expect(withScripts(lockfile)).toEqual([]);
    expect(
      withScripts({
        ...lockfile,
        'node_modules/compiled': { version: '1.0.0', hasInstallScript: true },
      }),
    ).toEqual(['compiled']);
    const scripts = inProduction(lockfile)
      .filter(([path]) => existsSync(`${path}/package.json`))
      .flatMap(([path]) => {
        const { scripts: named = {} } = JSON.parse(
          readFileSync(`${path}/package.json`, 'utf8'),
        ) as { scripts?: Record<string, string> };
        return ['preinstall', 'install', 'postinstall']
          .filter((name) => name in named)
          .map((name) => `${nameOf(path)} ${name}`);
      });
    expect(scripts).toEqual([]);
  });

  it('has its SQLite compiled for every platform already', () => {
    const platforms = [
      'darwin-arm64',
      'darwin-x64',
      'linux-arm64',
      'linux-x64',
      'linuxmusl-arm64',
      'linuxmusl-x64',
      'win32-arm64',
      'win32-x64',
    ];
    expect(
      platforms.filter(
        (platform) => !existsSync(`node_modules/better-sqlite3/prebuilds/${platform}.node`),
      ),
    ).toEqual([]);
  });
});

describe('package.json and package-lock.json', () => {
  it('name every version exactly', () => {
    const named = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'].flatMap(
      (part) => Object.entries(manifest[part] ?? {}),
    );
    expect(named.length).toBeGreaterThan(30);
    // An override may name what stands among the dependencies: `$nodemailer`.
    const versions = named
      .flatMap(([name, version]) =>
        typeof version === 'string'
          ? [[name, version]]
          : Object.entries(version as Record<string, string>),
      )
      .filter(
        ([name, version]) => version !== `$${name}` || !(name! in (manifest.dependencies ?? {})),
      );
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version!))).toEqual(
      [],
    );
  });

  it('agree', () => {
    const named = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((part) =>
      Object.entries(manifest[part] ?? {}),
    );
    expect(
      named.filter(([name, version]) => lockfile[`node_modules/${name}`]?.version !== version),
    ).toEqual([]);
  });

  it('have a digest of every package, which npm checks when it installs it', () => {
    expect(withoutIntegrity(lockfile)).toEqual([]);
    const [path = ''] = Object.keys(lockfile);
    for (const integrity of [undefined, 'sha1-MjM0NTY3ODkwMTIzNDU2Nzg5MDE='])
      expect(
        withoutIntegrity({
          ...lockfile,
          [path]: { version: '1.0.0', ...(integrity && { integrity }) },
        }),
      ).toEqual([path]);
  });

  it('hold what the other platforms need', () => {
    expect(missingOptional(lockfile)).toEqual([]);
    for (const name of [
      '@next/swc-darwin-arm64',
      '@next/swc-win32-x64-msvc',
      '@typescript/typescript-darwin-arm64',
      '@typescript/typescript-win32-x64',
    ]) {
      expect(Object.keys(lockfile)).toContain(`node_modules/${name}`);
      const { [`node_modules/${name}`]: _taken, ...planted } = lockfile;
      expect(missingOptional(planted).join(), `${name} taken out`).toContain(name);
    }
  });
});
