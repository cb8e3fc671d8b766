import { beforeAll, describe, expect, it } from 'vitest';
import { submitted } from '#tests/support/factories/needs';
import { panel } from '#tests/support/factories/panels';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview } from '#tests/support/factories/reviews';
import { row, rows } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

describe('what the database itself refuses', () => {
  it.each([
    [`update need set status = 'perhaps' where id = ?`],
    [`update need set category = 'money' where id = ?`],
    [`update need set chapter = 'VI' where id = ?`],
    [`update need set language = 'de' where id = ?`],
    [`update need_version set status = 'perhaps' where need_id = ?`],
    [`update need_version set verb = 'delete' where need_id = ?`],
    [`update need_version set category = 'money' where need_id = ?`],
    ['update need_article set article = 60 where need_id = ?'],
    ['update need_article set article = 4 where need_id = ?'],
    ['delete from need where id = ?'],
    [`update need set review_id = 'nowhere' where id = ?`],
    [`update need set entered_by = 'nobody' where id = ?`],
  ])('%s', async (query) => {
    const { review, focal } = await panel();
    const { id } = await submitted(focal, review);
    await expect(rows(query, [id])).rejects.toThrow(/constraint|append-only/i);
    expect(await row('select status, category from need where id = ?', [id])).toEqual({
      status: 'submitted',
      category: 'capacity-building',
    });
  });

  it.each([
    ['update review set cycle = 3 where id = ?'],
    [`update review_version set region = 'EU' where review_id = ?`],
    ['delete from review where id = ?'],
    [`update state set region = 'EU' where id = (select state_id from review where id = ?)`],
    ['delete from state where id = (select state_id from review where id = ?)'],
    [`update account set role = 'root' where id <> ?`],
    [
      `update account set state_id = (select state_id from review where id = ?) where role = 'administrator'`,
    ],
  ])('%s', async (query) => {
    const { id } = await mintedReview();
    await expect(rows(query, [id])).rejects.toThrow(/constraint|append-only/i);
  });

  it('a second row about the register', async () => {
    await expect(
      rows(
        `insert into register select 2, demonstration, secret, revision, head_hash, event_seq, event_hash, created_at from register`,
      ),
    ).rejects.toThrow(/constraint|append-only/i);
  });
});
