import type { Actor } from '#lib/base/actor';
import { codeNeed } from '#lib/review/coding/commands';
import { drawSample } from '#lib/review/coding/sample-commands';
import type { CodingFields, SampleInput } from '#lib/review/coding/schema';
import { openCodingTasks } from '#lib/review/coding/task-queries';
import { approved } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { manager, reviewer } from '#tests/support/factories/people';
import { mintedReview } from '#tests/support/factories/reviews';
import { rows } from '#tests/support/databases/sql';

/**
 * What a second coder sends who sees it as the factories' first coder did, and one who does not.
 */
export const likeFirst: CodingFields = {
  articles: ['5'],
  category: 'capacity-building',
  subcategory: 'cb-training',
  tags: [],
};
export const otherwise: CodingFields = {
  articles: ['5', '6'],
  category: 'policymaking',
  subcategory: 'pm-development',
  tags: ['training'],
};

/** All approved needs of chapter II in the Eastern European States, which only these tests use. */
export const everyNeed: SampleInput = {
  id: '',
  drawnFrom: 'approved',
  cycle: 2,
  chapter: 'II',
  region: 'EEG',
  share: 100,
  seed: 'autumn',
  coders: 1,
  revision: null,
};

/**
 * A review of that region with approved needs, its people, a manager and a reviewer who had no hand
 * in any of it.
 */
export async function codedReview({
  needs = 3,
  published = true,
  of,
}: { needs?: number; published?: boolean; of?: Awaited<ReturnType<typeof mintedReview>> } = {}) {
  const review =
    of ?? (await mintedReview({ region: 'EEG', completedOn: '2022-01-31', published }));
  const people = await panel(review);
  const ids: string[] = [];
  for (let n = 0; n < needs; n += 1)
    ids.push(
      (
        await approved(people.focal, people.first, review, {
          text: `Training of inspectors, group ${n + 1}.`,
          quote: 'A passage.',
        })
      ).id,
    );
  return { ...people, needs: ids, manager: await manager(), blind: await reviewer() };
}

/** A sample of everything there is, and what was dealt to this reviewer. */
export async function drawn(by: Actor, coder: Actor, asked: Partial<SampleInput> = {}) {
  const before = new Set((await openCodingTasks(coder)).map((task) => task.id));
  const { id } = valueOf(await drawSample(by, { ...everyNeed, ...asked }));
  return { id, tasks: (await openCodingTasks(coder)).filter((task) => !before.has(task.id)) };
}

export const coded = async (
  coder: Actor,
  tasks: readonly { id: string }[],
  fields: CodingFields,
) => {
  for (const { id } of tasks) valueOf(await codeNeed(coder, { id, fields }));
};

/** Leaves these reviewers alone active, so that all is dealt to them. */
export const onlyReviewers = (...people: readonly Actor[]) =>
  rows(
    `update account set active = (id in (${people.map(() => '?').join()})) where role = 'reviewer'`,
    people.map(({ accountId }) => accountId),
  );
