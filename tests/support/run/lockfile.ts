import { existsSync, readFileSync } from 'node:fs';

/** One package as package-lock.json has it. */
export type Locked = Readonly<{
  version: string;
  integrity?: string;
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
  os?: readonly string[];
  optionalDependencies?: Readonly<Record<string, string>>;
}>;
export type Lockfile = Readonly<Record<string, Locked>>;
export type Floor = Readonly<{ package: string; lowest: string; advisory: string; why: string }>;
export type Accepted = Readonly<{ package: string; versions: readonly string[]; why: string }>;

export const readLockfile = (): Lockfile => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Locked>;
  };
  return Object.fromEntries(Object.entries(packages).filter(([path]) => path !== ''));
};

export const nameOf = (path: string): string =>
  path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
/** The packages whose content an installation could not check: those without a SHA-512. */
export const withoutIntegrity = (lockfile: Lockfile): string[] =>
  Object.entries(lockfile).flatMap(([path, { integrity }]) =>
    /^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '') ? [] : [path],
  );

/** What runs in production; what only the tests need is marked by npm itself. */
export const inProduction = (lockfile: Lockfile): [string, Locked][] =>
  Object.entries(lockfile).filter(([, { dev, devOptional }]) => !dev && !devOptional);

/** Whether the first version is lower. A pre-release is lower than its release. */
export function isLower(version: string, than: string): boolean {
  const [left, right] = [version, than].map((each) =>
    each.split('-', 1)[0]!.split('.').map(Number),
  );
  for (const i of [0, 1, 2]) if (left![i] !== right![i]) return left![i]! < right![i]!;
  return version.includes('-') && !than.includes('-');
}

/**
 * Every place at which a version stands that is known to be unsafe, unless it is one that was
 * looked at and accepted.
 */
export function belowFloor(
  lockfile: Lockfile,
  floors: readonly Floor[],
  accepted: readonly Accepted[],
): string[] {
  const isAccepted = (name: string, version: string) =>
    accepted.some((each) => each.package === name && each.versions.includes(version));
  return Object.entries(lockfile).flatMap(([path, { version }]) => {
    const name = nameOf(path);
    return floors
      .filter(
        (floor) =>
          floor.package === name && isLower(version, floor.lowest) && !isAccepted(name, version),
      )
      .map(({ lowest, advisory }) => `${path} ${version} is below ${lowest} (${advisory})`);
  });
}

/**
 * The licence that a package names; one for another platform, which is not here to be read, has
 * that of the package that brings it along.
 */
export function licenceOf(lockfile: Lockfile, path: string): string | undefined {
  const { license, optional } = lockfile[path]!;
  if (license) return license;
  const manifest = `${path}/package.json`;
  if (existsSync(manifest))
    return (JSON.parse(readFileSync(manifest, 'utf8')) as { license?: string }).license;
  const bringing = Object.values(lockfile).find(
    ({ optionalDependencies = {} }) => nameOf(path) in optionalDependencies,
  );
  return optional ? bringing?.license : undefined;
}

/**
 * Optional packages, such as those of other platforms, that a package asks for by exact version and
 * the lockfile does not hold.
 */
export function missingOptional(lockfile: Lockfile): string[] {
  const held = (from: string, name: string): Locked | undefined => {
    const own = lockfile[`${from ? `${from}/` : ''}node_modules/${name}`];
    return (
      own ??
      (from === ''
        ? undefined
        : held(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name))
    );
  };
  return Object.entries(lockfile).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, wanted]) => /^\d/.test(wanted) && held(path, name)?.version !== wanted)
      .map(([name, wanted]) => `${name} ${wanted} of ${nameOf(path)}`),
  );
}
