/**
 * Measures the note on a register of its own, and writes the rows as JSON: tests/bench/notes.ts
 * reads them.
 */
import { readFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { requestDocuments, documentsOfEdition } from '#lib/notes/documents/jobs';
import { row, type Measured } from '#tests/bench/measure';
import { opened } from '#tests/support/factories/editions';
import { valueOf } from '#tests/support/factories/outcomes';
import { manager as aManager } from '#tests/support/factories/people';
import { countForOptions } from '#lib/counting/summaries/queries';

const documents = 24;

/** The most memory that a process has held, in megabytes; 0 where the system does not say. */
function peakOf(pid: number): number {
  try {
    return (
      Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
    );
  } catch {
    return 0;
  }
}

/**
 * The 95th percentile of what a reader waits for a count, in milliseconds, asked for every 20 ms
 * until `done`.
 */
async function waits(done: () => boolean | Promise<boolean>): Promise<number> {
  const reader = await aManager();
  const times: number[] = [];
  while (!(await done()) || times.length < 50) {
    const began = performance.now();
    await countForOptions(reader, {
      cycle: 2,
      chapters: ['II'],
      cutoff: '2023-02-28',
      regions: [],
    });
    times.push(performance.now() - began);
    await wait(20);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!;
}

/**
 * The whole note in six languages and four formats: how long, how much memory, and what another
 * reader notices of it meanwhile.
 */
async function measured(): Promise<Measured[]> {
  const { demonstrationRegister } = await import('#tests/support/databases/fresh-register');
  await demonstrationRegister();
  const manager = await aManager();
  const began = performance.now();
  const id = await opened(manager);
  const drafted = performance.now() - began;
  let asked = 0;
  const alone = await waits(() => {
    asked += 1;
    return asked > 100;
  });
  valueOf(await requestDocuments(manager, { id }));
  // The same program as the server starts, by hand, so that its memory can be read.
  const { rows } = await import('#tests/support/databases/sql');
  const [job] = await rows<{ id: string }>(`select id from note_job where status = 'waiting'`);
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [
      '--import',
      './bin/register-node.mjs',
      '--disable-warning=ExperimentalWarning',
      'bin/note-documents.ts',
      job!.id,
    ],
    { stdio: 'ignore', env: process.env },
  );
  const ended = once(child, 'close');
  let [megabytes, over] = [0, false];
  void ended.then(() => {
    over = true;
  });
  const beside = await waits(() => {
    megabytes = Math.max(megabytes, peakOf(child.pid ?? 0));
    return over;
  });
  await ended;
  const seconds = (performance.now() - started) / 1000;
  const { files, job: done } = valueOf(await documentsOfEdition(manager, id));
  return [
    row(
      'a reader’s wait for a count (95th percentile) while the documents of a note are made',
      'the same alone',
      beside,
      alone,
      2,
    ),
    {
      what: `the note in six languages: ${files.length} of ${documents} documents`,
      against: '–',
      ratio: Number.NaN,
      aim: 'none',
      met: null,
      note: `${seconds.toFixed(1)} s, ${Math.round(megabytes)} MB at most besides the browser${done?.failures.length ? `; ${done.failures.length} could not be made` : ''}`,
    },
    {
      what: 'the first full draft in six languages',
      against: '–',
      ratio: Number.NaN,
      aim: 'none',
      met: null,
      note: `${Math.round(drafted)} ms`,
    },
  ];
}

process.stdout.write(JSON.stringify(await measured()));
await (await import('#db/client')).closeDatabase();
