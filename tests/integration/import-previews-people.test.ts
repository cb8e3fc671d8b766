import { beforeAll, describe, expect, it } from 'vitest';
import { returnNeed } from '#lib/needs/entry/commands';
import { previewById } from '#lib/needs/imports/needs/previews';
import { confirming, courseOf, previewed, sending } from '#tests/support/imports/previews';
import { submitted } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { administrator, focalPoint, manager, reviewer } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview } from '#tests/support/factories/reviews';
import { onOneEngine } from '#tests/support/run/engines';

beforeAll(() => freshRegister());

const header = 'ref,chapter,articles,category,subcategory,topics,types,tags,priority,text,language';
const line = (ref: string, rest = 'II,5,policymaking,pm-development,,,,,A policy.,en') =>
  `${ref},${rest}`;
const file = (...lines: readonly string[]) => [header, ...lines, ''].join('\n');

describe.runIf(onOneEngine)('who may import', () => {
  it('is the focal point of the State, a reviewer assigned and the administrator', async () => {
    const { review, focal, first } = await panel();
    for (const actor of [focal, first, await administrator()])
      expect((await sending(actor, review, file(line('1')))).ok).toBe(true);
    expect(failureOf(await sending(await manager(), review, file(line('1'))))).toEqual({
      kind: 'forbidden',
      why: 'role',
    });
    for (const actor of [await focalPoint(await mintedReview()), await reviewer()])
      expect(failureOf(await sending(actor, review, file(line('1'))))).toEqual({
        kind: 'not-found',
      });
  });

  it('sees no preview of somebody else', async () => {
    const { review, focal } = await panel();
    const { id } = await previewed(focal, review, file(line('1')));
    expect(
      failureOf(await previewById(await focalPoint(review), { id, reviewId: review.id })),
    ).toEqual({ kind: 'not-found' });
    expect(
      failureOf(await previewById(focal, { id, reviewId: (await mintedReview()).id })),
    ).toEqual({ kind: 'not-found' });
  });

  it('changes as a reviewer nothing that others entered, nor takes a number of a draft that is not seen', async () => {
    const { review, focal, first } = await panel();
    valueOf(await confirming(focal, await previewed(focal, review, file(line('1')))));
    expect(courseOf(await previewed(first, review, file(line('1'))))).toEqual([
      '2 wrong ref: refTaken',
    ]);
    const back = await submitted(focal, review);
    valueOf(await returnNeed(first, { ...back, reason: 'Which one?' }));
    expect(courseOf(await previewed(first, review, file(line(back.id))))).toEqual([
      '2 wrong ref: notYours',
    ]);
  });
});
