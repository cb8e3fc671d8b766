import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { z } from 'zod/mini';
import { inProduction, nameOf, readLockfile } from '#tests/support/run/lockfile';

const component = z.object({
  'bom-ref': z.string().check(z.minLength(1)),
  type: z.literal(['library', 'application']),
  name: z.string().check(z.minLength(1)),
  version: z.string().check(z.minLength(1)),
  purl: z.string().check(z.regex(/^pkg:npm\/(?:%40[^@/]+\/)?[^@/]+@[^@/]+$/)),
});
const library = z.extend(component, {
  properties: z.array(z.object({ name: z.string(), value: z.string() })),
  hashes: z.array(
    z.object({
      alg: z.literal('SHA-512'),
      content: z.string().check(z.regex(/^[0-9a-f]{128}$/)),
    }),
  ),
});

/** What CycloneDX 1.5 requires of such a document. */
const bom = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.5'),
  serialNumber: z.string().check(z.regex(/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)),
  version: z.literal(1),
  metadata: z.object({ timestamp: z.iso.datetime(), component }),
  components: z.array(library),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

/** Whether the tests bring another version of it along. */
const isAlsoTool = (name: string) =>
  Object.entries(readLockfile()).some(([path, { dev }]) => dev && nameOf(path) === name);

describe('npm run sbom', () => {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'sbom'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });

  it('writes every package of the lockfile as CycloneDX, with its version and digest', () => {
    expect([status, stderr]).toEqual([0, '']);
    const { components, metadata } = bom.parse(JSON.parse(stdout));
    expect(metadata.component).toMatchObject({ type: 'application', version: '0.1.0' });
    const named = components.map(({ name, version }) => `${name}@${version}`);
    const locked = Object.entries(readLockfile()).map(
      ([path, { version }]) => `${nameOf(path)}@${version}`,
    );
    expect(new Set(named)).toEqual(new Set(locked));
  });

  it('marks what only the tests need, and nothing that runs in production', () => {
    const { components } = bom.parse(JSON.parse(stdout));
    const isForTests = ({ properties }: (typeof components)[number]) =>
      properties.some(({ name }) => name === 'cdx:npm:package:development');
    const tools = new Set(components.filter(isForTests).map(({ name }) => name));
    expect(tools).toContain('vitest');
    const running = inProduction(readLockfile()).map(([path]) => nameOf(path));
    expect(running.filter((name) => tools.has(name) && !isAlsoTool(name))).toEqual([]);
  });

  it('names every package once, and only such dependencies as it has', () => {
    const { components, dependencies, metadata } = bom.parse(JSON.parse(stdout));
    const refs = components.map((each) => each['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    const known = new Set([...refs, metadata.component['bom-ref']]);
    const asked = dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]);
    expect(asked.filter((ref) => !known.has(ref))).toEqual([]);
  });
});
