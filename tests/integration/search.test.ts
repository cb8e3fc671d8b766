import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor } from '#lib/base/actor';
import { editNeed } from '#lib/needs/entry/commands';
import { pageOfNeeds } from '#lib/needs/lists/list-queries';
import { fillSearchTexts } from '#lib/needs/store/search-texts';
import { approved, completeFields, draft } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { publishedReview } from '#tests/support/factories/reviews';
import { searches } from '#tests/integration/search-table';
import { commands } from '#tests/support/factories/situations';
import { number, rows } from '#tests/support/databases/sql';

beforeAll(() => freshRegister());

describe('searching in six scripts', () => {
  it('finds what it must and nothing that it must not, a hundred and twenty times', async () => {
    expect(searches).toHaveLength(120);
    const { review, focal } = await panel();
    const idOf = new Map<string, string>();
    for (const text of new Set(searches.map(([, each]) => each)))
      idOf.set(text, (await draft(focal, review, { text })).id);
    const wrong: string[] = [];
    for (const [query, text, found] of searches) {
      const { needs } = await pageOfNeeds(focal, {
        filter: { review: review.id, text: query },
        size: 200,
      });
      if (needs.some(({ id }) => id === idOf.get(text)) !== found)
        wrong.push(`“${query}” ${found ? 'does not find' : 'finds'} “${text}”`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('what is searched', () => {
  it('is the need, its quoted passage and its reference, and each word may stand in another of them', async () => {
    const { review, focal, first } = await panel(await publishedReview());
    const { id } = await approved(focal, first, review, {
      text: 'Guidance for courts.',
      quote: 'Article 11: lignes directrices.',
    });
    const found = async (text: string) =>
      (await pageOfNeeds(publicActor, { filter: { review: review.id, text } })).needs.map(
        (need) => need.id,
      );
    for (const text of [
      'courts',
      'LIGNES',
      `${review.stateCode.toLowerCase()}-2-001`,
      `directrices ${review.stateCode} guidance`,
    ])
      expect(await found(text), text).toEqual([id]);
    for (const text of ['cb-training', 'capacity-building', `${review.stateCode}-2-002`])
      expect(await found(text), text).toEqual([]);
  });

  it('is the version that the reader sees, never what is being made of it', async () => {
    const { review, focal, first } = await panel(await publishedReview());
    const done = await approved(focal, first, review, { text: 'Asset declarations.' });
    const back = valueOf(await commands.reopen(first, done));
    valueOf(
      await editNeed(focal, {
        ...back,
        fields: { ...completeFields, text: 'Secret wording.', quote: 'Secret passage.' },
      }),
    );
    const found = async (actor: typeof focal, text: string) =>
      (await pageOfNeeds(actor, { filter: { review: review.id, text } })).needs.length;
    expect([await found(publicActor, 'declarations'), await found(publicActor, 'secret')]).toEqual([
      1, 0,
    ]);
    expect([await found(focal, 'declarations'), await found(focal, 'secret')]).toEqual([0, 1]);
  });

  it('is folded when the register is opened, where a release without search has stored it', async () => {
    const { review, focal } = await panel();
    const { id } = await draft(focal, review, { text: 'Capacités à renforcer.', quote: 'مكافحة' });
    await rows('update need set search_text = null where id = ?', [id]);
    await rows('update need_version set search_text = null where need_id = ?', [id]);
    const found = async (text: string) =>
      (await pageOfNeeds(focal, { filter: { review: review.id, text } })).needs.length;
    expect(await found('capacites')).toBe(0);
    expect(await fillSearchTexts()).toBe(2);
    expect(await fillSearchTexts()).toBe(0);
    expect([await found('capacites'), await found('مكافحه')]).toEqual([1, 1]);
    expect(await rows('select search_text from need where id = ?', [id])).toEqual([
      { search_text: 'capacites a renforcer. مكافحه' },
    ]);
    expect(await number('select count(*) from need where search_text is null')).toBe(0);
  });
});
