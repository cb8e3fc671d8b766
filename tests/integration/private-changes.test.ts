import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor } from '#lib/base/actor';
import { approveNeed } from '#lib/needs/entry/commands';
import { answersFor, differing } from '#tests/support/pages/public-answers';
import { privateChanges, registerWithBoth, type Both } from '#tests/support/random/private-changes';
import { revision } from '#tests/support/databases/log-rows';
import { approved, submitted } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { onOneEngine } from '#tests/support/run/engines';

let both: Both;
let sent: Awaited<ReturnType<typeof submitted>>;
/** What the public was answered last. */
let answers: ReadonlyMap<string, string>;
beforeAll(async () => {
  await freshRegister();
  both = await registerWithBoth();
  // The last public change; what follows it is private.
  sent = await submitted(both.open.focal, both.open.review);
  await approved(both.open.focal, both.open.first, both.open.review);
});

const idsOf = ({ open, closed, activity }: Both) => [
  open.needs[0]!.id,
  open.needs[1]!.id,
  closed.needs[0]!.id,
  open.review.id,
  activity,
];
const hour = { timeout: 3_600_000 };

describe.runIf(onOneEngine)('what nobody outside may see', () => {
  it('changes no answer to the public, of whatever kind the change is', hour, async () => {
    const start = await revision();
    const asked = [start + 1];
    const before = await answersFor(publicActor, idsOf(both), asked);
    for (const change of Object.values(privateChanges(both))) await change();
    expect(await revision()).toBeGreaterThan(start + 40);
    const after = await answersFor(publicActor, idsOf(both), asked);
    expect(differing(before, after)).toEqual([]);
    answers = after;
  });

  it('is told from what the public sees: an approval changes its answers', hour, async () => {
    valueOf(await approveNeed(both.open.first, sent));
    const after = await answersFor(publicActor, idsOf(both), []);
    const before = new Map([...answers].filter(([address]) => after.has(address)));
    expect(differing(before, after).length).toBeGreaterThan(15);
  });
});
