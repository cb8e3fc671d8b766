import { mkdtempSync, rmSync } from 'node:fs';
import { constants, getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { askForDocuments, cancelDocuments } from '#lib/notes/jobs';
import { startDocuments } from '#lib/notes/worker';
import { documents, lastJob, mintedEdition, until } from '#tests/support/note-editions';
import { valueOf } from '#tests/support/outcomes';
import { manager } from '#tests/support/people';
import { runProgram } from '#tests/support/processes';
import { freshRegister } from '#tests/support/register';
import { rows } from '#tests/support/sql';
import { standInBrowser } from '#tests/support/stand-in-browser';

const folder = mkdtempSync(join(tmpdir(), 'needs-register-jobs-'));
const program = 'tests/support/note-documents.ts';
const languages = ['en', 'fr', 'ru', 'ar'] as const;
let stop: () => Promise<void> = async () => undefined;

beforeAll(async () => { await freshRegister(); });
afterAll(() => rmSync(folder, { recursive: true }));
process.env.CHROMIUM_PATH = standInBrowser(folder);
process.env.LOG_LEVEL = 'silent';
/** How long is taken over each .docx, and what goes wrong, in the processes that are begun from now on. */
const given = (pace: number, crash = '') => Object.assign(process.env, { PACE: String(pace), CRASH: crash });
const start = () => { stop = startDocuments({ program }); };
afterEach(async () => { await stop(); stop = async () => undefined; });

async function asked() {
  const managing = await manager();
  const id = await mintedEdition(managing, { languages });
  valueOf(await askForDocuments(managing, { id }));
  return { managing, id };
}
const docx = async (id: string) => (await documents(id)).filter(({ format }) => format === 'docx');
const makerOf = (content: Buffer) => Number(/by (\d+)$/.exec(String(content))![1]);
const status = async (id: string) => (await lastJob(id)).status;
const isDead = (pid: number) => { try { process.kill(pid, 0); return false; } catch { return true; } };
/** As if a minute had gone by. */
const aMinuteLater = (id: string) => rows(`update note_job set beat_at = '2020-01-01T00:00:00.000Z' where note_id = ?`, [id]);

describe('the documents are made apart from the server', () => {
  it('as soon as somebody asks, in another process of low priority', { timeout: 60_000 }, async () => {
    given(300);
    start();
    const { id } = await asked();
    await until('begun', async () => await status(id) === 'running', 10);
    await until('some documents', async () => (await docx(id)).length >= 1);
    if (process.platform !== 'win32') expect(getPriority(makerOf((await docx(id))[0]!.content))).toBe(constants.priority.PRIORITY_LOW);
    await until('done', async () => await status(id) === 'done');
    const found = await documents(id);
    expect(found).toHaveLength(16);
    expect(new Set((await docx(id)).map(({ content }) => makerOf(content))).size).toBe(1);
    expect(makerOf((await docx(id))[0]!.content)).not.toBe(process.pid);
  });

  it('and whoever is killed half way is followed by another, who makes only what is missing', { timeout: 90_000 }, async () => {
    given(800);
    start();
    const { id } = await asked();
    await until('some documents', async () => (await docx(id)).length >= 1);
    const before = await documents(id);
    const first = makerOf((await docx(id))[0]!.content);
    process.kill(first, 'SIGKILL');
    await until('killed', async () => isDead(first));
    const standing = await documents(id);
    expect(standing.length).toBeGreaterThanOrEqual(before.length);
    expect(standing.length).toBeLessThan(16);
    // It is left alone while it may still be alive.
    await wait(3000);
    expect(await documents(id)).toEqual(standing);
    expect(await status(id)).toBe('running');
    given(0);
    await aMinuteLater(id);
    await until('done', async () => await status(id) === 'done');
    expect(await documents(id)).toHaveLength(16);
    expect((await documents(id)).slice(0, standing.length)).toEqual(standing);
    expect(makerOf((await docx(id)).at(-1)!.content)).not.toBe(first);
    expect(await lastJob(id)).toMatchObject({ done: 16, total: 16, failures: '[]' });
  });

  it('a server that stops leaves the job to the next, which goes on at once', { timeout: 60_000 }, async () => {
    given(800);
    start();
    const { id } = await asked();
    await until('some documents', async () => (await docx(id)).length >= 1);
    const first = makerOf((await docx(id))[0]!.content);
    await stop();
    expect(isDead(first)).toBe(true);
    expect(await status(id)).toBe('waiting');
    const standing = await documents(id);
    expect(standing.length).toBeLessThan(16);
    given(0);
    start();
    await until('done', async () => await status(id) === 'done', 20);
    expect((await documents(id)).slice(0, standing.length)).toEqual(standing);
  });

  it('what is wanted no more is ended, and what was made stays', { timeout: 60_000 }, async () => {
    given(1500);
    start();
    const { managing, id } = await asked();
    await until('some documents', async () => (await docx(id)).length >= 1);
    const maker = makerOf((await docx(id))[0]!.content);
    valueOf(await cancelDocuments(managing, { id }));
    const standing = await documents(id);
    await until('ended', async () => isDead(maker), 15);
    expect(await status(id)).toBe('cancelled');
    expect(await documents(id)).toEqual(standing);
    expect(standing.length).toBeLessThan(16);
    given(0);
    valueOf(await askForDocuments(managing, { id }));
    await until('done', async () => await status(id) === 'done');
    expect((await documents(id)).slice(0, standing.length)).toEqual(standing);
  });

  it('of several processes one does a job, and the others nothing', { timeout: 60_000 }, async () => {
    given(200);
    const { id } = await asked();
    const job = String((await lastJob(id)).id);
    const ended = await Promise.all([1, 2, 3].map(() => runProgram({ script: program, given: [job] })));
    expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual([[0, ''], [0, ''], [0, '']]);
    expect(await status(id)).toBe('done');
    expect(new Set((await docx(id)).map(({ content }) => makerOf(content))).size).toBe(1);
    expect(await documents(id)).toHaveLength(16);
  });

  it('two servers that share the database make each document once', { timeout: 60_000 }, async () => {
    given(100);
    start();
    const other = startDocuments({ program });
    try {
      const editions = [await asked(), await asked(), await asked()];
      for (const { id } of editions) await until('done', async () => await status(id) === 'done', 40);
      for (const { id } of editions) expect(new Set((await docx(id)).map(({ content }) => makerOf(content))).size).toBe(1);
    } finally {
      await other();
    }
  });

  it('what ends its process each time is given up', { timeout: 90_000 }, async () => {
    given(0, 'process');
    start();
    const { id } = await asked();
    for (let times = 0; times < 3; times += 1) {
      await until(`begun ${times}`, async () => await status(id) === 'running' && String((await lastJob(id)).beat_at) > '2021', 20);
      await wait(1500);
      await aMinuteLater(id);
    }
    await until('given up', async () => await status(id) === 'failed', 20);
    expect(await documents(id)).toEqual([]);
  });
});
