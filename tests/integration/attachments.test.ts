import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicActor, systemActor, type Actor } from '#lib/base/actor';
import { attachSummary, recordDownload } from '#lib/needs/attachments/commands';
import {
  attachmentFile,
  filesOfReview,
  maySeeSource,
  sourceOfReview,
} from '#lib/needs/attachments/queries';
import { releaseReviewer } from '#lib/needs/reviews/commands';
import { changesOf, eventsOf, revision } from '#tests/support/databases/log-rows';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import { panel } from '#tests/support/factories/panels';
import { pdfFile, setPage } from '#tests/support/files/pdf-file';
import {
  administrator,
  again,
  focalPoint,
  manager,
  reviewer,
} from '#tests/support/factories/people';
import { freshRegister } from '#tests/support/databases/fresh-register';
import { mintedReview, type MintedReview } from '#tests/support/factories/reviews';
import { number, rows } from '#tests/support/databases/sql';
import { dropGuards } from '#tests/support/databases/unrecorded';

beforeAll(() => freshRegister());

const paragraphs = [
  '3.6. Technical assistance needs identified',
  '41. Capacity-building for procurement officers.',
  '42. المادة 8: ممارسات جيدة بشأن مدونات قواعد السلوك.',
];
const summary = pdfFile({ pages: [setPage(paragraphs)] });
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const attach = (
  actor: Actor,
  { id }: { id: string },
  replaces: string | null = null,
  file = summary,
  name = 'summary.pdf',
) => attachSummary(actor, { reviewId: id, replaces, given: { name, file } });

/** How many rows there are of all that an attachment stores. */
const stored = async () => [
  await number('select count(*) from attachment'),
  await number('select count(*) from attachment_content'),
  await number('select count(*) from passage'),
  await revision(),
];

describe('an executive summary that is attached', () => {
  it('is kept whole, with its text, its checksum and one row in the log', async () => {
    const { review, focal } = await panel();
    const { id } = valueOf(await attach(focal, review));
    expect(await sourceOfReview(focal, review.id)).toMatchObject({
      file: {
        id,
        name: 'summary.pdf',
        mediaType: 'application/pdf',
        size: summary.length,
        sha256: sha256(summary),
        pages: 1,
        by: 'Focal point',
        current: true,
      },
      passages: [
        {
          position: 1,
          page: 1,
          number: '3.6',
          text: 'Technical assistance needs identified',
          inSection: false,
        },
        {
          position: 2,
          page: 1,
          number: '41',
          text: 'Capacity-building for procurement officers.',
          inSection: true,
          uses: [],
        },
        {
          position: 3,
          page: 1,
          number: '42',
          text: 'المادة 8: ممارسات جيدة بشأن مدونات قواعد السلوك.',
          inSection: true,
        },
      ],
    });
    const kept = await attachmentFile(focal, id);
    expect(kept?.content.equals(summary)).toBe(true);
    expect(await changesOf('attachment', id)).toMatchObject([
      {
        verb: 'attach',
        actorId: focal.accountId,
        data: {
          reviewId: review.id,
          replaces: null,
          sha256: sha256(summary),
          size: summary.length,
          passages: 3,
          leftOut: 0,
        },
      },
    ]);
    await recordDownload(focal, id);
    expect(await eventsOf(focal.accountId!)).toEqual(['download']);
  });

  it('can be a text that was pasted, or hold no text at all', async () => {
    const { review, first } = await panel();
    const { leftOut } = valueOf(
      await attachSummary(first, {
        reviewId: review.id,
        replaces: null,
        given: { text: '41. Training\u202e of officers.\n42. Research.' },
      }),
    );
    expect(leftOut).toBe(1);
    const source = await sourceOfReview(first, review.id);
    expect(source).toMatchObject({
      file: { name: '', mediaType: 'text/plain; charset=utf-8', pages: null },
      passages: [
        { number: '41', text: 'Training of officers.' },
        { number: '42', text: 'Research.' },
      ],
    });
    valueOf(
      await attach(
        first,
        review,
        source!.file.id,
        pdfFile({ pages: [[]] }),
        'C:\\Users\\x\\scan\u202efdp.exe',
      ),
    );
    expect(await sourceOfReview(first, review.id)).toMatchObject({
      file: { name: 'scanfdp.exe', mediaType: 'application/pdf', pages: 1 },
      passages: [],
    });
  });

  it('gives its place to another one, whose change names it, and stays in the history', async () => {
    const { review, focal, first } = await panel();
    const one = valueOf(await attach(focal, review));
    const other = pdfFile({ pages: [setPage(['1. Another text.'])] });
    const two = valueOf(await attach(first, review, one.id, other, 'second.pdf'));
    expect((await sourceOfReview(focal, review.id))?.passages.map(({ text }) => text)).toEqual([
      'Another text.',
    ]);
    expect(
      (await filesOfReview(focal, review.id)).map(({ id, current: present }) => [id, present]),
    ).toEqual([
      [two.id, true],
      [one.id, false],
    ]);
    expect((await attachmentFile(focal, one.id))?.content.equals(summary)).toBe(true);
    const [{ seq = 0 } = {}] = await changesOf('attachment', two.id);
    expect(await rows('select to_seq from attachment where id = ?', [one.id])).toEqual([
      { to_seq: seq },
    ]);
  });

  it('does not take the place of one that was not seen', async () => {
    const { review, focal, first } = await panel();
    valueOf(await attach(first, review));
    const before = await stored();
    expect(failureOf(await attach(focal, review))).toMatchObject({ kind: 'conflict' });
    expect(failureOf(await attach(focal, review, crypto.randomUUID()))).toMatchObject({
      kind: 'conflict',
    });
    expect(await stored()).toEqual(before);
    const both = await panel();
    const outcomes = await Promise.all([
      attach(both.focal, both.review),
      attach(both.first, both.review),
    ]);
    expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(
      await number('select count(*) from attachment where review_id = ? and to_seq is null', [
        both.review.id,
      ]),
    ).toBe(1);
  });

  it('is not given out once its bytes are not those that were attached', async () => {
    const { review, focal } = await panel();
    const { id } = valueOf(await attach(focal, review));
    const url = process.env.DATABASE_URL ?? '';
    await dropGuards();
    await rows(
      `update attachment_content set content = ${url.startsWith('file:') ? `x'00'` : `'\\x00'::bytea`} where attachment_id = ?`,
      [id],
    );
    await expect(attachmentFile(focal, id)).rejects.toThrow('not the one that was attached');
  });
});

describe('what is refused stores nothing', () => {
  it.each([
    ['no PDF', Buffer.from('MZ nothing'), 'fileOfOtherKind'],
    ['a broken PDF', summary.subarray(0, 200), 'fileBroken'],
    [
      'a PDF of 501 pages',
      pdfFile({ pages: Array.from({ length: 501 }, () => []) }),
      'fileTooManyPages',
    ],
    ['more than 20 MB', Buffer.alloc(20 * 1024 * 1024 + 1), 'fileTooLarge'],
  ])('%s', async (_said, file, message) => {
    const { review, focal } = await panel();
    const before = await stored();
    expect(failureOf(await attach(focal, review, null, file))).toEqual({
      kind: 'invalid',
      errors: [{ field: 'file', message, values: undefined }],
    });
    expect(await stored()).toEqual(before);
  });

  it('a text without words', async () => {
    const { review, focal } = await panel();
    const before = await stored();
    expect(
      failureOf(
        await attachSummary(focal, {
          reviewId: review.id,
          replaces: null,
          given: { text: ' \u0000 ' },
        }),
      ),
    ).toMatchObject({ kind: 'invalid', errors: [{ field: 'text', message: 'enterSource' }] });
    expect(await stored()).toEqual(before);
  });
});

describe('a file is for those who work on the review and nobody else, ever', () => {
  let review: MintedReview;
  let id: string;
  const people: Record<string, Actor> = {};
  beforeAll(async () => {
    // Published, so that all its needs are public: the file is not.
    review = await mintedReview({ completedOn: '2022-06-30', published: true });
    people.focal = await focalPoint(review);
    people.reviewer = await reviewer(review);
    people.administrator = await administrator();
    people.manager = await manager();
    people.otherFocal = await focalPoint(await mintedReview());
    people.otherReviewer = await reviewer(await mintedReview());
    people.unassigned = await reviewer();
    people.public = publicActor;
    people.program = systemActor(people.focal.accountId!, 'A program');
    const released = await reviewer(review);
    valueOf(
      await releaseReviewer(people.administrator, {
        id: review.id,
        accountId: released.accountId!,
      }),
    );
    people.released = await again(released);
    ({ id } = valueOf(await attach(people.focal, review)));
  });

  it.each([
    ['focal', true, 'conflict'],
    ['reviewer', true, 'conflict'],
    ['administrator', true, 'forbidden'],
    ['manager', false, 'not-found'],
    ['otherFocal', false, 'not-found'],
    ['otherReviewer', false, 'not-found'],
    ['unassigned', false, 'not-found'],
    ['released', false, 'not-found'],
    ['public', false, 'not-found'],
    ['program', false, 'not-found'],
  ])('%s: sees it %s; attaching another answers %s', async (who, sees, attaching) => {
    const actor = people[who]!;
    expect(await maySeeSource(actor, review.id)).toBe(sees);
    expect((await sourceOfReview(actor, review.id)) !== undefined).toBe(sees);
    expect((await filesOfReview(actor, review.id)).length).toBe(sees ? 1 : 0);
    expect((await attachmentFile(actor, id)) !== undefined).toBe(sees);
    expect(failureOf(await attach(actor, review, null, Buffer.from('x'))).kind).toBe(attaching);
  });

  it('what does not exist answers alike', async () => {
    const nothing = crypto.randomUUID();
    expect(await attachmentFile(people.focal!, nothing)).toBeUndefined();
    expect(await sourceOfReview(people.focal!, nothing)).toBeUndefined();
    expect(failureOf(await attach(people.focal!, { id: nothing }))).toEqual(
      failureOf(await attach(people.otherFocal!, review)),
    );
  });
});
