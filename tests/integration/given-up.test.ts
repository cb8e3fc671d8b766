import { beforeAll, describe, expect, it } from 'vitest';
import { repeatGivenUp } from '#lib/operation/checks/commands';
import { queueCounts } from '#lib/operation/checks/queries';
import { requestDocuments } from '#lib/notes/documents/jobs';
import { maxAttempts } from '#lib/people/mail/vocabulary';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { row, rows } from '#tests/support/databases/sql';
import { mintedEdition } from '#tests/support/factories/note-editions';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { administrator, manager } from '#tests/support/factories/people';

beforeAll(() => freshRegister());

const failLastJobOf = (note: string) =>
  rows(`update note_job set status = 'failed', ended_at = asked_at where note_id = ?`, [note]);

describe('what was given up', () => {
  it('is counted for an administrator, who has it tried again; nobody else has', async () => {
    const [admin, managing] = [await administrator(), await manager()];
    const at = '2026-01-01T00:00:00.000Z';
    await rows(
      `insert into outbox (id, account_id, kind, data, created_at, attempts) values
       ('given-up', ?, 'comment', '{}', ?, ${maxAttempts}), ('unwanted', ?, 'comment', '{}', ?, 1)`,
      [managing.accountId, at, managing.accountId, at],
    );
    const note = await mintedEdition(managing);
    valueOf(await requestDocuments(managing, { id: note }));
    await failLastJobOf(note);
    const counts = await queueCounts(admin);
    expect([counts.mail.givenUp, counts.jobs.failed]).toEqual([1, 1]);
    expect(failureOf(await repeatGivenUp(managing))).toEqual({ kind: 'forbidden', why: 'role' });
    expect(valueOf(await repeatGivenUp(admin))).toEqual({ mail: 1, jobs: 1 });
    const messages = await rows('select id, due_at, attempts from outbox order by id');
    expect(messages).toEqual([
      { id: 'given-up', due_at: expect.stringMatching(/Z$/), attempts: 0 },
      { id: 'unwanted', due_at: null, attempts: 1 },
    ]);
    expect(await row('select status, ended_at from note_job where note_id = ?', [note])).toEqual({
      status: 'waiting',
      ended_at: null,
    });
    expect(
      await row(`select actor_id, data from event where kind = 'given-up-repeated'`),
    ).toMatchObject({ actor_id: admin.accountId, data: expect.stringContaining('"jobs":1') });
    expect(valueOf(await repeatGivenUp(admin))).toEqual({ mail: 0, jobs: 0 });
  });

  it('is no job whose documents were asked for again since', async () => {
    const [admin, managing] = [await administrator(), await manager()];
    const note = await mintedEdition(managing);
    valueOf(await requestDocuments(managing, { id: note }));
    await failLastJobOf(note);
    valueOf(await requestDocuments(managing, { id: note }));
    expect((await queueCounts(admin)).jobs.failed).toBe(0);
    expect(valueOf(await repeatGivenUp(admin))).toMatchObject({ jobs: 0 });
  });
});
