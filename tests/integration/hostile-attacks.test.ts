import { setTimeout as wait } from 'node:timers/promises';
import type { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { engine } from '#db/engine';
import {
  askFrom,
  hold,
  hostileAddress,
  memoryOf,
  ninetyFifth,
  otherUser,
} from '#tests/support/attacks/flood';
import { attacks, type Attack } from '#tests/support/attacks/hostile-attacks';
import { startScene, type Staged } from '#tests/support/attacks/hostile-scene';
import { number } from '#tests/support/databases/sql';
import { campaign, record } from '#tests/support/run/campaign';

const connections = campaign ? 50 : 4;
/** How long each attack goes on, in milliseconds, and how often each connection asks at most. */
const duration = campaign ? 10_000 : 400;
const mostRequests = campaign ? Infinity : 2;

/** Refusals: what the register does not do for whoever asks for too much, and its own limits. */
const isRefusal = (status: number) => status === 0 || status < 500 || status === 503;

describe.runIf(engine === 'sqlite')('one hostile client', () => {
  let staged: Staged;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    staged = await startScene();
  }, 600_000);
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
  });
  afterAll(() => staged?.server.stop());

  /** Attacks over many connections until it is over; the statuses that it was answered. */
  async function flood(attack: Attack, isOver: () => boolean): Promise<Map<number, number>> {
    const statuses = new Map<number, number>();
    if ('hold' in attack) {
      for (let n = 0; n < connections; n += 1) {
        sockets.push(hold(staged.scene.url, attack.hold(staged.scene, n)));
      }
      while (!isOver()) await wait(20);
      return statuses;
    }
    let asked = 0;
    const connection = async () => {
      for (let own = 0; own < mostRequests && !isOver(); own += 1) {
        const request = attack.ask(staged.scene, asked++);
        const { status } = await askFrom(hostileAddress, staged.scene.url, request);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: connections }, connection));
    return statuses;
  }

  it.each(campaign ? attacks : attacks.filter((_, n) => n % 6 === 0))(
    'at $name keeps nobody else from the register',
    { timeout: 300_000 },
    async (attack) => {
      const changesBefore = await number('select count(*) from change');
      const end = Date.now() + duration;
      let isOver = false;
      let megabytes = 0;
      const watch = setInterval(() => {
        megabytes = Math.max(megabytes, memoryOf(staged.server.pid));
      }, 100);
      const others = otherUser(staged.scene.url, staged.pageOf, () => isOver);
      const statuses = await flood(attack, () => Date.now() > end);
      isOver = true;
      clearInterval(watch);
      const answers = await others;

      expect([...statuses.keys()].filter((status) => !isRefusal(status))).toEqual([]);
      expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
      if (!attack.writes) expect(await number('select count(*) from change')).toBe(changesBefore);
      expect(staged.server.said()).not.toMatch(/a request failed|"level":50/);
      const asked = [...statuses].map(([status, n]) => `${status}×${n}`).join(' ');
      record(`another’s pages during: ${attack.name}`, {
        connections,
        asked: asked || 'held',
        answers: answers.length,
        'milliseconds (95 of 100)': ninetyFifth(answers),
        megabytes,
      });
    },
  );

  it('is one of at least thirty, each named once', () => {
    expect(new Set(attacks.map(({ name }) => name)).size).toBe(attacks.length);
    expect(attacks.length).toBeGreaterThanOrEqual(30);
  });
});
