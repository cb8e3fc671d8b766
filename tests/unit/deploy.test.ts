import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const textOf = (file: string) => readFileSync(file, 'utf8');
const deployed = ['Dockerfile', 'compose.yaml', 'needs-register.service'] as const;
const [dockerfile, compose, unit] = deployed.map((file) => textOf(`deploy/${file}`)) as [
  string,
  string,
  string,
];

/** The variables that the register reads. */
const known = new Set(
  [...textOf('lib/base/env.ts').matchAll(/variables\.([A-Z_]+)/g)].map(([, name]) => name!),
);

describe('the files for an operator', () => {
  it('name only variables that the register reads', () => {
    const named = [
      ...(/^ENV (.*)$/m.exec(dockerfile)?.[1] ?? '').matchAll(/([A-Z_]+)=/g),
      ...unit.matchAll(/^Environment=([A-Z_]+)=/gm),
      ...compose.matchAll(/^ {6}((?!POSTGRES)[A-Z_]+): /gm),
    ].map(([, name]) => name!);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('are described variable by variable in the README', () => {
    const readme = textOf('README.md');
    expect([...known].filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it('run the register without rights that it does not need', () => {
    expect([...dockerfile.matchAll(/^USER (\S+)$/gm)].at(-1)?.[1]).toBe('node');
    expect(dockerfile.indexOf('USER node')).toBeLessThan(
      dockerfile.indexOf('CMD ["node", "--import'),
    );
    expect(compose.match(/read_only: true/g)).toHaveLength(2);
    expect(compose).toContain('no-new-privileges:true');
    for (const line of ['NoNewPrivileges=yes', 'ProtectSystem=strict', 'CapabilityBoundingSet=\n'])
      expect(unit).toContain(line);
  });

  it('name the releases of what they build on, and hold no secret', () => {
    const images = [...`${dockerfile}\n${compose}`.matchAll(/(?:^FROM|image:) (\S+)/gm)];
    expect(images.map(([, image]) => image)).toHaveLength(4);
    for (const [, image] of images) expect(image).toMatch(/:\d/);
    expect(compose).not.toMatch(/PASSWORD: (?!\$\{)/);
  });

  it('start the program that npm start starts, and leave it time to stop', () => {
    for (const text of [dockerfile, unit]) expect(text).toContain('bin/start.ts');
    expect(JSON.parse(textOf('package.json')).scripts.start).toContain('bin/start.ts');
    expect(unit).toMatch(/^TimeoutStopSec=60$/m);
    expect(compose).toContain('stop_grace_period: 60s');
  });
});
