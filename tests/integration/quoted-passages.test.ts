import { beforeAll, describe, expect, it } from 'vitest';
import { attachSummary } from '#lib/needs/attachments/commands';
import { quoteFieldsAt } from '#lib/needs/attachments/quote-fields';
import { sourceOfReview } from '#lib/needs/attachments/queries';
import { withdrawNeed } from '#lib/needs/entry/commands';
import { needById } from '#lib/needs/store/queries';
import { draft, submitted } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { freshRegister } from '#tests/support/databases/fresh-register';

beforeAll(() => freshRegister());

const text = [
  '2.4. Technical assistance needs',
  '41. The needs are these:',
  '(a) Training of   officers, and research;',
  '42. Model legislation on asset recovery.',
].join('\n');

async function withSource() {
  const people = await panel();
  valueOf(
    await attachSummary(people.focal, {
      reviewId: people.review.id,
      replaces: null,
      given: { text },
    }),
  );
  return people;
}
const marked = async (...[actor, reviewId]: Parameters<typeof sourceOfReview>) =>
  (await sourceOfReview(actor, reviewId))?.passages.flatMap(({ text: words, uses }) =>
    uses.map(({ needId, start, end }) => [needId, words.slice(start, end)]),
  );

describe('the words that a need quotes', () => {
  it('are marked, exactly they, for those who see the need as their work', async () => {
    const { review, focal, first } = await withSource();
    const own = await draft(focal, review, {
      quote: 'Training of officers',
      page: '',
      paragraph: '41',
    });
    expect(await marked(focal, review.id)).toEqual([[own.id, 'Training of officers']]);
    expect(await marked(first, review.id)).toEqual([]);
    const sent = await submitted(focal, review, { quote: 'Model\nlegislation', paragraph: '42' });
    expect(await marked(first, review.id)).toEqual([[sent.id, 'Model legislation']]);
    expect(
      (await sourceOfReview(first, review.id))?.passages.find(({ number }) => number === '42')
        ?.uses[0],
    ).toMatchObject({ reference: `${review.stateCode}-2-001` });
  });

  it('are free again once the need is withdrawn', async () => {
    const { review, focal } = await withSource();
    const sent = await submitted(focal, review, { quote: 'asset recovery' });
    expect(await marked(focal, review.id)).toEqual([[sent.id, 'asset recovery']]);
    valueOf(await withdrawNeed(focal, { ...sent, reason: 'Twice.' }));
    expect(await marked(focal, review.id)).toEqual([]);
  });

  it('come from the passage at a position, with the paragraph to which it belongs', async () => {
    const { review, focal } = await withSource();
    const source = await sourceOfReview(focal, review.id);
    expect(quoteFieldsAt(source, '3')).toEqual({
      quote: '(a) Training of officers, and research;',
      page: '',
      paragraph: '41',
    });
    for (const position of [undefined, '', '0', '5', '3.0', 'x'])
      expect(quoteFieldsAt(source, position)).toBeUndefined();
    const { id } = await draft(focal, review, { ...quoteFieldsAt(source, '4')!, page: '12' });
    expect(await needById(focal, id)).toMatchObject({
      quote: 'Model legislation on asset recovery.',
      paragraph: '42',
      page: 12,
    });
  });
});
