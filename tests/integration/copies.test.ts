import { beforeAll, describe, expect, it } from 'vitest';
import { copyNeed } from '#lib/needs/entry/copies';
import { enterAssessment } from '#lib/needs/entry/self-assessment';
import { answerArticles, declareComplete } from '#lib/needs/reviews/answers';
import { courseOf, previewed } from '#tests/support/imports/previews';
import { needById } from '#lib/needs/store/queries';
import { fieldsOf } from '#lib/needs/model/schema';
import { contradictionsFound } from '#tests/support/imports/soundness';
import { verbsOf } from '#tests/support/databases/log-rows';
import { approved, draft, submitted } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { administrator, focalPoint, manager } from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview } from '#tests/support/factories/reviews';
import { row } from '#tests/support/databases/sql';
import { randomUUID } from 'node:crypto';

beforeAll(() => freshRegister());

describe('a need duplicated', () => {
  it('is a draft with all that the other says, and no reference', async () => {
    const { review, focal, first } = await panel();
    const original = await approved(focal, first, review, { quote: 'As quoted.', paragraph: '12' });
    const copy = randomUUID();
    for (const _ of ['once', 'and again'])
      valueOf(await copyNeed(focal, { id: original.id, copy }));
    expect(
      await row(
        'select status, version, reference, source_ref, origin, counted_version from need where id = ?',
        [copy],
      ),
    ).toEqual({
      status: 'draft',
      version: 1,
      reference: null,
      source_ref: null,
      origin: 'copy',
      counted_version: null,
    });
    expect(fieldsOf((await needById(focal, copy))!)).toEqual(
      fieldsOf((await needById(focal, original.id))!),
    );
    expect(await verbsOf('need', copy)).toEqual(['enter']);
    expect(await contradictionsFound()).toEqual([]);
  });

  it('is made by whoever may enter one into the review', async () => {
    const { review, focal, first } = await panel();
    const { id } = await submitted(focal, review);
    expect((await copyNeed(first, { id, copy: randomUUID() })).ok).toBe(true);
    expect(failureOf(await copyNeed(await administrator(), { id, copy: randomUUID() }))).toEqual({
      kind: 'forbidden',
      why: 'role',
    });
    for (const stranger of [await manager(), await focalPoint(await mintedReview())])
      expect(failureOf(await copyNeed(stranger, { id, copy: randomUUID() }))).toEqual({
        kind: 'not-found',
      });
    const other = await draft(focal, review);
    expect(failureOf(await copyNeed(first, { id, copy: other.id })).kind).toBe('not-found');
  });

  it('is not made in a chapter that was declared complete, nor is anything new imported or taken over there', async () => {
    const { review, focal } = await panel();
    const { id } = await submitted(focal, review);
    valueOf(
      await answerArticles(focal, { id: review.id, articles: [6, 7, 8, 9, 10, 11, 12, 13, 14] }),
    );
    valueOf(await declareComplete(focal, { id: review.id, chapter: 'II' }));
    expect(failureOf(await copyNeed(focal, { id, copy: randomUUID() }))).toEqual({
      kind: 'invalid',
      errors: [{ field: 'chapter', message: 'chapterDeclared' }],
    });
    const preview = await previewed(
      focal,
      review,
      'ref,chapter,articles,category,subcategory,topics,types,tags,priority,text,language\n1,II,5,policymaking,pm-development,,,,,A policy.,en\n2,V,53,policymaking,pm-development,,,,,A policy.,en\n',
    );
    expect(courseOf(preview)).toEqual(['2 wrong chapter: declared', '3 new']);
    const answer = {
      key: '5',
      article: 5,
      needed: true,
      category: 'policymaking',
      description: 'A policy.',
      provided: '',
    };
    expect(
      failureOf(
        await enterAssessment(focal, {
          reviewId: review.id,
          batch: randomUUID(),
          language: 'en',
          rows: [answer],
        }),
      ),
    ).toEqual({ kind: 'invalid', errors: [{ field: '5.needed', message: 'chapterDeclared' }] });
  });
});
