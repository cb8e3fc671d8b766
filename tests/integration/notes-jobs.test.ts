import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { transaction } from '#db/client';
import { engine } from '#db/engine';
import { publicActor } from '#lib/base/actor';
import { done } from '#lib/base/errors';
import { fileOfEdition } from '#lib/notes/documents/files';
import { requestDocuments, cancelDocuments, documentsOfEdition } from '#lib/notes/documents/jobs';
import { runDocumentJob, type Renderers } from '#lib/notes/documents/run-job';
import { chromiumPath } from '#tests/support/pages/chromium';
import { smallNote } from '#tests/support/factories/finished-note-small';
import { documents, lastJob, mintedEdition, nameOn } from '#tests/support/factories/note-editions';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { administrator, focalPoint, manager, reviewer } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview } from '#tests/support/factories/reviews';
import { number, rows } from '#tests/support/databases/sql';
import { standInBrowser } from '#tests/support/notes/stand-in-browser';

const folder = mkdtempSync(join(tmpdir(), 'needs-register-jobs-'));
const browser = standInBrowser(folder);
beforeAll(async () => {
  await freshRegister();
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  process.env.CHROMIUM_PATH = browser;
});
process.env.CHROMIUM_PATH = browser;

const makers: Renderers = {
  finalise: async (_actor, _id, locale) => done(smallNote(locale)),
  docx: ({ locale }) => new TextEncoder().encode(`a document in ${locale}`),
};
const counting = () => {
  const made: string[] = [];
  return {
    made,
    makers: {
      ...makers,
      docx: (note) => {
        made.push(note.locale);
        return makers.docx(note);
      },
    } satisfies Renderers,
  };
};
const makeAll = async (id: string, by = makers) =>
  runDocumentJob(String((await lastJob(id)).id), by);
const all = ['ar docx', 'ar html', 'ar pdf', 'ar txt', 'en docx', 'en html', 'en pdf', 'en txt'];
const named = async (id: string) =>
  (await documents(id)).map(({ locale, format }) => `${locale} ${format}`).toSorted();

describe('who asks for documents', () => {
  it('is a manager and nobody else; others are refused, and nothing begins', async () => {
    const review = await mintedReview();
    const [managing, admin, focal, reviewing] = [
      await manager(),
      await administrator(),
      await focalPoint(review),
      await reviewer(review),
    ];
    const id = await mintedEdition(managing);
    for (const actor of [publicActor, admin, focal, reviewing]) {
      for (const command of [requestDocuments, cancelDocuments])
        expect(failureOf(await command(actor, { id }))).toEqual({ kind: 'forbidden', why: 'role' });
    }
    expect(await number('select count(*) from note_job where note_id = ?', [id])).toBe(0);
    for (const command of [requestDocuments, cancelDocuments])
      expect(failureOf(await command(managing, { id: 'none' }))).toEqual({ kind: 'not-found' });
  });

  it('gets them once however often it is asked, and a line in the log of events', async () => {
    const managing = await manager();
    const id = await mintedEdition(managing);
    await Promise.all([1, 2, 3].map(async () => valueOf(await requestDocuments(managing, { id }))));
    expect(await lastJob(id)).toMatchObject({
      status: 'waiting',
      done: 0,
      total: 8,
      failures: '[]',
      ended_at: null,
    });
    expect(await number('select count(*) from note_job where note_id = ?', [id])).toBe(1);
    expect(
      await number(`select count(*) from event where kind = 'documents-asked' and data like ?`, [
        `%${id}%`,
      ]),
    ).toBe(1);
    valueOf(await cancelDocuments(managing, { id }));
    valueOf(await cancelDocuments(managing, { id }));
    expect(
      await number(
        `select count(*) from event where kind = 'documents-cancelled' and data like ?`,
        [`%${id}%`],
      ),
    ).toBe(1);
    expect(await lastJob(id)).toMatchObject({ status: 'cancelled' });
  });
});

describe('the documents of an edition', () => {
  it('are made in each of its languages and formats, whole and with their checksums', async () => {
    const managing = await manager();
    const id = await mintedEdition(managing);
    valueOf(await requestDocuments(managing, { id }));
    await makeAll(id);
    expect(await named(id)).toEqual(all);
    for (const { content, size, sha256, revision } of await documents(id))
      expect([
        content.length,
        createHash('sha256').update(content).digest('hex'),
        revision,
      ]).toEqual([size, sha256, 1204]);
    const { files, job } = valueOf(await documentsOfEdition(managing, id));
    expect(files).toHaveLength(8);
    expect(job).toMatchObject({
      status: 'done',
      done: 8,
      total: 8,
      failures: [],
      askedBy: managing.name,
    });
    expect(String((await fileOfEdition(managing, id, 'ar', 'txt'))!.content)).toContain(
      'الاحتياجات',
    );
  });

  it('are not made again while they stand, and only what is missing or broken is', async () => {
    const managing = await manager();
    const id = await mintedEdition(managing);
    valueOf(await requestDocuments(managing, { id }));
    await makeAll(id);
    const before = await documents(id);
    const { made, makers: counted } = counting();
    valueOf(await requestDocuments(managing, { id }));
    await makeAll(id, counted);
    expect(made).toEqual([]);
    expect(await documents(id)).toEqual(before);
    await rows(`delete from note_file where note_id = ? and locale = 'ar' and format = 'docx'`, [
      id,
    ]);
    await rows(
      `update note_file set sha256 = ? where note_id = ? and locale = 'en' and format = 'docx'`,
      ['0'.repeat(64), id],
    );
    valueOf(await requestDocuments(managing, { id }));
    await makeAll(id, counted);
    expect(made.toSorted()).toEqual(['ar', 'en']);
    expect(await named(id)).toEqual(all);
    expect((await documents(id)).filter(({ format }) => format !== 'docx')).toEqual(
      before.filter(({ format }) => format !== 'docx'),
    );
    expect(await lastJob(id)).toMatchObject({ status: 'done', done: 8 });
  });

  it('of a draft are shown no more once it is frozen, and are made anew', async () => {
    const managing = await manager();
    const id = await mintedEdition(managing);
    valueOf(await requestDocuments(managing, { id }));
    await makeAll(id);
    await rows(`update note set status = 'frozen', revision = 1204, frozen_at = ? where id = ?`, [
      new Date(Date.now() + 1).toISOString(),
      id,
    ]);
    expect(valueOf(await documentsOfEdition(managing, id)).files).toEqual([]);
    expect(await fileOfEdition(managing, id, 'en', 'txt')).toBeUndefined();
    valueOf(await requestDocuments(managing, { id }));
    await makeAll(id);
    expect(valueOf(await documentsOfEdition(managing, id)).files).toHaveLength(8);
  });

  it('are seen by who sees the edition: of a draft the secretariat and who is named, of a published one everybody', async () => {
    const managing = await manager();
    const [admin, focal, reading] = [
      await administrator(),
      await focalPoint(await mintedReview()),
      await reviewer(),
    ];
    const id = await mintedEdition(managing);
    await nameOn(id, reading.accountId!);
    valueOf(await requestDocuments(managing, { id }));
    await makeAll(id);
    const sees = async () =>
      Promise.all(
        [publicActor, focal, reading, admin, managing].map(async (actor) => {
          const [seen, file] = [
            await documentsOfEdition(actor, id),
            await fileOfEdition(actor, id, 'en', 'docx'),
          ];
          expect(seen.ok).toBe(file !== undefined);
          return seen.ok
            ? `${seen.value.files.length}${seen.value.mayRequest ? ' asks' : ''}${seen.value.job ? ' job' : ''}`
            : 'no';
        }),
      );
    expect(await sees()).toEqual(['no', 'no', '8', '8', '8 asks job']);
    await rows(`update note set status = 'published' where id = ?`, [id]);
    expect(await sees()).toEqual(['8', '8', '8', '8', '8 asks job']);
  });
});

describe('what cannot be made', () => {
  it.each([
    [
      'no browser',
      { CHROMIUM_PATH: '/none/such' },
      makers,
      ['ar pdf no-chromium', 'en pdf no-chromium'],
      6,
    ],
    [
      'a bug in one format',
      {},
      {
        ...makers,
        docx: () => {
          throw new Error('a bug');
        },
      },
      ['ar docx failed', 'en docx failed'],
      6,
    ],
    [
      'a language that cannot be read',
      {},
      {
        ...makers,
        finalise: async (actor, id, locale) =>
          locale === 'ar'
            ? { ok: false, failure: { kind: 'not-found' } }
            : makers.finalise(actor, id, locale),
      },
      [
        'ar docx not-finished',
        'ar html not-finished',
        'ar txt not-finished',
        'ar pdf not-finished',
      ],
      4,
    ],
  ] as const satisfies readonly (readonly [
    string,
    Record<string, string>,
    Renderers,
    readonly string[],
    number,
  ])[])('%s is told with its reason, and all else is made', async (_what, env, by, told, made) => {
    Object.assign(process.env, env);
    const managing = await manager();
    const id = await mintedEdition(managing);
    valueOf(await requestDocuments(managing, { id }));
    await makeAll(id, by);
    const { job } = valueOf(await documentsOfEdition(managing, id));
    expect(job!.failures.map(({ locale, format, why }) => `${locale} ${format} ${why}`)).toEqual(
      told,
    );
    expect(job).toMatchObject({ status: 'failed', done: made, total: 8 });
    expect(await documents(id)).toHaveLength(made);
  });

  it.runIf(engine === 'sqlite')(
    'on a full disk a document is stored whole or not at all, and comes when there is room',
    async () => {
      const writer = await transaction(
        async (tx) => (tx as unknown as { $client: Database.Database }).$client,
      );
      const managing = await manager();
      const id = await mintedEdition(managing);
      valueOf(await requestDocuments(managing, { id }));
      const large: Renderers = { ...makers, docx: () => new Uint8Array(4_000_000).fill(65) };
      writer.pragma(
        `max_page_count = ${Number(writer.pragma('page_count', { simple: true })) + 200}`,
      );
      try {
        await makeAll(id, large);
      } finally {
        writer.pragma('max_page_count = 1073741823');
      }
      const { job } = valueOf(await documentsOfEdition(managing, id));
      expect(job!.failures).toEqual([
        { locale: 'ar', format: 'docx', why: 'disk-full' },
        { locale: 'en', format: 'docx', why: 'disk-full' },
      ]);
      expect(await named(id)).toEqual(all.filter((name) => !name.endsWith('docx')));
      valueOf(await requestDocuments(managing, { id }));
      await makeAll(id, large);
      expect(await named(id)).toEqual(all);
      expect(await lastJob(id)).toMatchObject({ status: 'done', failures: '[]' });
    },
  );
});

it.skipIf(!chromiumPath())('the PDF is one, where there is a browser', async () => {
  delete process.env.CHROMIUM_PATH;
  process.env.CHROMIUM_PATH = chromiumPath()!;
  const managing = await manager();
  const id = await mintedEdition(managing, { languages: ['en'] });
  valueOf(await requestDocuments(managing, { id }));
  await makeAll(id);
  const file = await fileOfEdition(managing, id, 'en', 'pdf');
  expect(String(file!.content.subarray(0, 5))).toBe('%PDF-');
  expect(file!.content.length).toBeGreaterThan(20_000);
});
