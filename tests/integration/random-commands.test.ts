import { beforeAll, expect, it } from 'vitest';
import { publicActor } from '#lib/base/actor';
import { today } from '#lib/text/dates';
import type { Outcome } from '#lib/base/errors';
import { enterNeed } from '#lib/needs/entry/commands';
import type { Verb } from '#lib/needs/model/vocabulary';
import { publishSummary, setCompletion } from '#lib/needs/reviews/commands';
import { changeSettings } from '#lib/people/settings/commands';
import { currentFacts, loadFacts } from '#lib/counting/facts/load';
import { countForOptions } from '#lib/counting/summaries/queries';
import { countedLines } from '#tests/support/counting/counted-lines';
import { revision } from '#tests/support/databases/log-rows';
import { completeFields, type Seen } from '#tests/support/factories/needs';
import { panel } from '#tests/support/factories/panels';
import { valueOf } from '#tests/support/factories/outcomes';
import { administrator, manager } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview } from '#tests/support/factories/reviews';
import { commands } from '#tests/support/factories/situations';
import { rows } from '#tests/support/databases/sql';
import { witnessed } from '#tests/support/counting/witness';

beforeAll(() => freshRegister());

/** Numbers that look random and are the same in every run with this seed. */
function numbersFrom(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const words = async () => {
  const facts = await currentFacts();
  const rebuilt = await loadFacts(await revision());
  const of = ({ reviews, size }: typeof facts, needs: Iterable<readonly string[]>) => ({
    size,
    needs: [...needs].map((each) => each.join(' ')).toSorted(),
    reviews: reviews.map((each) => JSON.stringify(each, Object.keys(each).toSorted())).toSorted(),
  });
  return { kept: of(facts, facts.needsAsTexts()), rebuilt: of(rebuilt, rebuilt.needsAsTexts()) };
};

it('after four hundred commands of many people the facts kept up to date are those read anew, and count what plain SQL counts', async () => {
  const next = numbersFrom(20231124);
  const pick = <T>(list: readonly T[]): T => list[next(list.length)]!;
  const [admin, staff] = [await administrator(), await manager()];
  const panels: Awaited<ReturnType<typeof panel>>[] = [];
  for (const region of ['AFR', 'APG', 'WEOG'] as const)
    panels.push(await panel(await mintedReview({ region, completedOn: '2022-01-31' })));
  const done: string[] = [];
  const all = Object.keys(commands) as (keyof typeof commands)[];
  /** What people mostly do; one time in five they try something else. */
  const likely: Readonly<Record<string, readonly Verb[]>> = {
    objection: ['take-back-request', 'approve', 'approve'],
    withdrawal: ['grant-withdrawal', 'refuse-withdrawal', 'take-back-request'],
    draft: ['edit', 'submit', 'submit', 'submit'],
    submitted: ['return', 'recode', 'approve', 'approve'],
    returned: ['edit', 'submit'],
    recoded: ['approve', 'object', 'return', 'lift-four-eyes'],
    approved: ['reopen', 'request-withdrawal'],
    withdrawn: ['edit'],
  };
  valueOf(
    await changeSettings(admin, { 'four-eyes-lift': 'with-reason', 'own-region': 'allowed' }),
  );
  const codings = [
    { articles: ['5'] },
    { articles: ['5', '6'] },
    { articles: ['general'] },
    { articles: ['14', '9'], category: 'other', subcategory: '', types: [] },
    { articles: ['7'], category: 'policymaking', subcategory: 'pm-development', types: [] },
  ] as const;

  const redate = async (id: string): Promise<[string, Outcome<unknown>]> => {
    const [{ version = 0 } = {}] = await rows<{ version: number }>(
      'select version from review where id = ?',
      [id],
    );
    const completedOn = pick(['2021-12-31', '2022-01-31', '2023-02-28', '']);
    if (next(4) === 0) return ['publish', await publishSummary(admin, { id, version })];
    return ['set-completion', await setCompletion(admin, { id, version, completedOn, symbol: '' })];
  };
  const step = async (): Promise<[string, Outcome<unknown>]> => {
    const { review, focal, first, second } = pick(panels);
    const kind = next(10);
    if (kind === 0) return redate(review.id);
    if (kind <= 1) {
      const coding = pick(codings);
      const fields = {
        ...completeFields,
        ...coding,
        articles: [...coding.articles],
        types: 'types' in coding ? [] : completeFields.types,
      };
      return [
        'enter',
        await enterNeed(focal, { id: crypto.randomUUID(), reviewId: review.id, fields }),
      ];
    }
    const needs = await rows<Seen & { status: string; request: string | null }>(
      'select id, version, status, request from need where review_id = ? order by created_at, id',
      [review.id],
    );
    if (needs.length === 0) return ['nothing', { ok: true, value: null }];
    const need = pick(needs);
    const verb = pick(next(5) === 0 ? all : likely[need.request ?? need.status]!);
    const by =
      verb === 'lift-four-eyes'
        ? admin
        : [
              'submit',
              'edit',
              'withdraw',
              'object',
              'request-withdrawal',
              'take-back-request',
            ].includes(verb)
          ? focal
          : pick([first, second]);
    return [verb, await commands[verb](by, need)];
  };
  const expectSame = async (after: string) => {
    const { kept, rebuilt } = await words();
    expect(kept, after).toEqual(rebuilt);
    for (const [actor, publishedBy] of [
      [publicActor, today()],
      [staff, null],
    ] as const) {
      const found = countedLines(
        await countForOptions(actor, {
          cycle: 2,
          chapters: ['II'],
          cutoff: '2022-12-31',
          regions: [],
        }),
      );
      expect(found, after).toEqual(
        await witnessed({ cycle: 2, chapter: 'II', cutoff: '2022-12-31', publishedBy }),
      );
    }
  };

  for (let n = 1; n <= 400; n += 1) {
    const [verb, outcome] = await step();
    if (outcome.ok) done.push(verb);
    if (n % 7 === 0) await currentFacts();
    if (n % 50 === 0) await expectSame(`command ${n}`);
  }
  // The run is worth something only if all kinds of commands got through.
  expect(Object.keys(commands).filter((verb) => !done.includes(verb))).toEqual([]);
  expect(done.filter((verb) => verb === 'approve').length).toBeGreaterThan(20);
  expect(done).toEqual(expect.arrayContaining(['set-completion', 'publish', 'enter']));
});
