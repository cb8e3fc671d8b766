import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { constants, getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { requestDocuments, cancelDocuments } from '#lib/notes/documents/jobs';
import { startDocumentWorker, wakeDocumentWorker } from '#lib/notes/documents/worker';
import { onOneEngine } from '#tests/support/run/engines';
import { documents, lastJob, mintedEdition, until } from '#tests/support/factories/note-editions';
import { valueOf } from '#tests/support/factories/outcomes';
import { manager } from '#tests/support/factories/people';
import { runProgram } from '#tests/support/servers/child-processes';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { rows } from '#tests/support/databases/sql';
import { standInBrowser } from '#tests/support/notes/stand-in-browser';

const folder = mkdtempSync(join(tmpdir(), 'needs-register-jobs-'));
const program = 'tests/support/notes/documents-program.ts';
const languages = ['en', 'fr', 'ru', 'ar'] as const;
/** Four languages in four formats. */
const everything = 16;
/** While this file is there, the program stops after its first Word document. */
const hold = join(folder, 'hold');
const set = {
  CHROMIUM_PATH: standInBrowser(folder),
  LOG_LEVEL: 'silent',
  HOLD: hold,
  CRASH: '',
  PRIORITY: '',
};
const usual = Object.fromEntries(Object.keys(set).map((name) => [name, process.env[name]]));
/** Beside other tests a program of the lowest priority hardly runs: one test alone looks at that. */
let priority: number = constants.priority.PRIORITY_NORMAL;
let stop: () => Promise<void> = async () => undefined;

beforeAll(async () => {
  await freshRegister();
});
beforeEach(() => {
  Object.assign(process.env, set);
  rmSync(hold, { force: true });
});
afterEach(async () => {
  await stop();
  stop = async () => undefined;
  priority = constants.priority.PRIORITY_NORMAL;
});
afterAll(() => {
  for (const [name, value] of Object.entries(usual)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  rmSync(folder, { recursive: true });
});

const start = () => {
  stop = startDocumentWorker({ program, priority });
};
const holdBack = () => writeFileSync(hold, '');
const letGo = () => rmSync(hold);

async function jobAsked() {
  const managing = await manager();
  const id = await mintedEdition(managing, { languages });
  valueOf(await requestDocuments(managing, { id }));
  return { managing, id };
}

const wordDocuments = async (id: string) =>
  (await documents(id)).filter(({ format }) => format === 'docx');
const makerOf = (content: Buffer) => Number(/by (\d+)$/.exec(String(content))![1]);
const makersOf = async (id: string) =>
  new Set((await wordDocuments(id)).map(({ content }) => makerOf(content)));
const status = async (id: string) => (await lastJob(id)).status;
const untilStatus = (id: string, wanted: string) =>
  until(wanted, async () => (await status(id)) === wanted);

/**
 * A server that has made the first documents of a job and is held there; returns the process that
 * makes them.
 */
async function halfWay(id: string): Promise<number> {
  holdBack();
  start();
  await until('some documents', async () => (await wordDocuments(id)).length > 0);
  const [first] = await wordDocuments(id);
  return makerOf(first!.content);
}

function isDead(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}

/** As if a minute had gone by since the job was last heard of. */
const aMinuteLater = (id: string) =>
  rows(`update note_job set beat_at = '2020-01-01T00:00:00.000Z' where note_id = ?`, [id]);

describe.runIf(onOneEngine)('the documents are made apart from the server', () => {
  it('as soon as somebody asks, in another process of low priority', async () => {
    priority = constants.priority.PRIORITY_LOW;
    const { id } = await jobAsked();
    const maker = await halfWay(id);
    expect(await status(id)).toBe('running');
    expect(maker).not.toBe(process.pid);
    if (process.platform !== 'win32')
      expect(getPriority(maker)).toBe(constants.priority.PRIORITY_LOW);
    letGo();
    await untilStatus(id, 'done');
    expect(await documents(id)).toHaveLength(everything);
    expect(await makersOf(id)).toEqual(new Set([maker]));
  });

  it('and whoever is killed half way is followed by another, who makes only what is missing', async () => {
    const { id } = await jobAsked();
    const first = await halfWay(id);
    process.kill(first, 'SIGKILL');
    await until('killed', async () => isDead(first));
    const standing = await documents(id);
    expect(standing.length).toBeLessThan(everything);
    letGo();
    // It is left alone while it may still be alive.
    wakeDocumentWorker();
    await wait(300);
    expect(await documents(id)).toEqual(standing);
    expect(await status(id)).toBe('running');
    await aMinuteLater(id);
    wakeDocumentWorker();
    await untilStatus(id, 'done');
    expect(await documents(id)).toHaveLength(everything);
    expect((await documents(id)).slice(0, standing.length)).toEqual(standing);
    expect(makerOf((await wordDocuments(id)).at(-1)!.content)).not.toBe(first);
    expect(await lastJob(id)).toMatchObject({
      done: everything,
      total: everything,
      failures: '[]',
    });
  });

  it('a server that stops leaves the job to the next, which goes on at once', async () => {
    const { id } = await jobAsked();
    const first = await halfWay(id);
    await stop();
    expect(isDead(first)).toBe(true);
    expect(await status(id)).toBe('waiting');
    const standing = await documents(id);
    expect(standing.length).toBeLessThan(everything);
    letGo();
    start();
    await untilStatus(id, 'done');
    expect((await documents(id)).slice(0, standing.length)).toEqual(standing);
  });

  it('what is wanted no more is ended, and what was made stays', async () => {
    const { managing, id } = await jobAsked();
    const maker = await halfWay(id);
    valueOf(await cancelDocuments(managing, { id }));
    const standing = await documents(id);
    letGo();
    await until('ended', async () => isDead(maker));
    expect(await status(id)).toBe('cancelled');
    expect(await documents(id)).toEqual(standing);
    expect(standing.length).toBeLessThan(everything);
    valueOf(await requestDocuments(managing, { id }));
    await untilStatus(id, 'done');
    expect((await documents(id)).slice(0, standing.length)).toEqual(standing);
  });

  it('what ends its process each time is given up', async () => {
    process.env.CRASH = 'process';
    const { id } = await jobAsked();
    start();
    await until('given up', async () => {
      await aMinuteLater(id);
      wakeDocumentWorker();
      return (await status(id)) === 'failed';
    });
    expect(await documents(id)).toEqual([]);
  });
});

describe('of several processes', () => {
  it('one does a job, and the others nothing', async () => {
    const { id } = await jobAsked();
    const job = String((await lastJob(id)).id);
    const ended = await Promise.all(
      [1, 2].map(() => runProgram({ script: program, given: [job] })),
    );
    expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect(await status(id)).toBe('done');
    expect((await makersOf(id)).size).toBe(1);
    expect(await documents(id)).toHaveLength(everything);
  });

  it('two servers that share the database make each document once', async () => {
    const other = startDocumentWorker({ program, priority });
    start();
    try {
      const editions = [await jobAsked(), await jobAsked()];
      for (const { id } of editions) {
        await untilStatus(id, 'done');
        expect((await makersOf(id)).size).toBe(1);
        expect(await documents(id)).toHaveLength(everything);
      }
    } finally {
      await other();
    }
  });
});
