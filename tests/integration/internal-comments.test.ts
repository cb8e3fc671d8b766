import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { engine } from '#db/engine';
import { campaign } from '#tests/support/run/campaign';
import type { Client } from '#tests/support/permissions/outcomes-of-answers';
import { masked } from '#tests/support/permissions/outcomes-of-answers';
import { needPages } from '#tests/support/permissions/needs-table';
import { readTable } from '#tests/support/permissions/pages-table';
import { places, situationsTried } from '#tests/support/permissions/register';
import { addressIn } from '#tests/support/permissions/row-requests';
import { startMatrix, type Matrix } from '#tests/support/permissions/servers';
import { rows } from '#tests/support/databases/sql';

const word = 'Quincunx';
/** Who may never learn of an internal comment, nor that there is one. */
const outsiders = [
  'anonymous',
  'focal point of A',
  'focal point of B',
  'contributor of A',
  'manager',
  'reviewer of D',
] as const;

let matrix: Matrix;
beforeAll(async () => {
  matrix = await startMatrix();
}, 300_000);
afterAll(() => matrix?.stop());

/**
 * The everyday form looks at the needs of one State in the statuses that comments are written in,
 * the campaign at all.
 */
const placesRead = campaign ? places : (['A'] as const);
const situationsRead = campaign
  ? situationsTried
  : (['submitted', 'returned', 'approved'] as const);

/**
 * Every address that can be read: each page, export and API answer of the build, and each need with
 * its pages and its history.
 */
function addresses(): string[] {
  const { needs } = matrix.register;
  const all = readTable.map(({ path }) => addressIn(matrix.register, path));
  const ofNeeds = placesRead.flatMap((place) =>
    situationsRead.flatMap((situation) =>
      [...Object.values(needPages), '/history'].map(
        (page) => `/en/needs/${needs[place][situation].id}${page}`,
      ),
    ),
  );
  const searched = ['/en/needs', '/en/needs/export'].flatMap((list) => [
    `${list}?text=${word}`,
    `${list}?show=all&text=${word}`,
    `${list}?show=own`,
  ]);
  return [...all, ...ofNeeds, ...searched, `/en/likeness?text=${word}`];
}

/**
 * Which of the outsiders read an address: in the gate every other address by one of them in turn, the
 * page of a need by all.
 */
const readsIt = (who: number, path: string, at: number) =>
  campaign || /^\/en\/needs\/[0-9a-f-]{36}$/.test(path) || at % (2 * outsiders.length) === who;

/**
 * What somebody is answered everywhere, but for what differs from one answer to the next: nonces,
 * new ids for forms, the revision of the register.
 */
async function seenBy({ read }: Client, who: number): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  for (const [at, path] of addresses().entries()) {
    if (!readsIt(who, path, at)) continue;
    const answer = await read(path);
    const text = masked(answer)
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
      .replace(/("revision"|[Rr]evision)\D{0,30}\d+/g, 'revision')
      .replace(/\d{2}:\d{2}/g, 'TIME')
      .replace(/"expires":"[^"]*"/, 'expires');
    // A workbook bears the time at which it was packed; what it may hold is what the CSV holds.
    if (path.endsWith('/xlsx')) continue;
    // It offers another secret each time.
    if (path === '/en/accounts/second-factor') continue;
    seen.set(path, `${answer.status} ${String(answer.headers.location ?? '')} ${text}`);
  }
  return seen;
}

it.runIf(engine === 'sqlite' || campaign)(
  'twenty planted internal comments change nothing of what focal points, contributors, managers, other reviewers and the public can read',
  { timeout: 300_000 },
  async () => {
    const asking = () =>
      matrix.askers('front').filter(({ name }) => outsiders.some((each) => each === name));
    const before = await Promise.all(asking().map(seenBy));
    const needs = places
      .flatMap((place) =>
        situationsTried.map((situation) => matrix.register.needs[place][situation].id),
      )
      .slice(0, 20);
    for (const [i, id] of needs.entries()) {
      await rows(
        'insert into comment (id, need_id, version, field, internal, text, author_id, at) values (?, ?, 1, ?, (1 = 1), ?, ?, ?)',
        [
          randomUUID(),
          id,
          i % 2 ? 'text' : null,
          `${word} ${i}: among reviewers.`,
          matrix.register.accountIds['reviewer of A'],
          new Date().toISOString(),
        ],
      );
    }
    const after = await Promise.all(asking().map(seenBy));
    for (const [i, { name }] of asking().entries()) {
      for (const [path, text] of after[i]!) {
        // A page says again what was searched for; nothing else may hold the word.
        expect(path.includes(word) || !text.includes(word), `${name} reads it at ${path}`).toBe(
          true,
        );
        expect(text, `${name} at ${path}`).toBe(before[i]!.get(path));
      }
      expect(after[i]!.size).toBeGreaterThan(campaign ? 150 : 10);
    }
    expect(
      (await rows('select data from outbox')).filter(({ data }) =>
        JSON.stringify(data).includes(word),
      ),
    ).toEqual([]);
    // They are there for those whom they are meant for.
    const reviewer = matrix.askers('front').find(({ name }) => name === 'reviewer of A')!;
    expect(
      (await reviewer.read(`/en/needs/${matrix.register.needs.A.submitted.id}`)).text,
    ).toContain(`${word} 1: among reviewers.`);
  },
);
