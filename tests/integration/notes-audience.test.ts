import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyDocument } from '#bin/verify-note/verify-document';
import { unrecorded } from '#tests/support/databases/unrecorded';
import { account, review } from '#db/schema';
import { note } from '#db/schema/notes';
import { publicActor, systemActor, type Actor } from '#lib/base/actor';
import { createReview, publishSummary, setCompletion } from '#lib/needs/reviews/commands';
import { reviewById } from '#lib/needs/reviews/queries';
import { versionedDatesOf, writeReviewVersion } from '#lib/needs/reviews/versions';
import { latestSeenRevision } from '#lib/counting/facts/revisions';
import {
  countForPage,
  needsListForPage,
  parsePageRequest,
} from '#lib/counting/summaries/page-queries';
import { countedNeedsCondition } from '#lib/counting/drill-down/counted-needs-sql';
import { pageOfNeeds, totalOfNeeds } from '#lib/needs/lists/list-queries';
import { summaryDocument } from '#lib/counting/summaries/queries';
import { checksumOf, finishedNote, withEditionSnapshot } from '#lib/notes/assembly/finished-note';
import { withEditionChecks } from '#lib/notes/checks/check-queries';
import { fileOfEdition, storeFile } from '#lib/notes/documents/files';
import { documentsOfEdition } from '#lib/notes/documents/jobs';
import { addPerson } from '#lib/notes/editions/people-commands';
import { changeEdition } from '#lib/notes/editions/head-commands';
import { freezeEdition, publishEdition } from '#lib/notes/editions/status-commands';
import { blocksOfEdition, editionById, visibleEditions } from '#lib/notes/store/queries';
import type { FinishedNote } from '#lib/documents/model/document';
import { toldRevision } from '#lib/notes/model/edition';
import type { Audience } from '#lib/notes/model/vocabulary';
import { approvedByAnother, asIn2023, opened, readIn } from '#tests/support/factories/editions';
import { mintedEdition, nameOn } from '#tests/support/factories/note-editions';
import { approved, draft } from '#tests/support/factories/needs';
import { failureOf, valueOf } from '#tests/support/factories/outcomes';
import {
  administrator,
  focalPoint,
  manager as aManager,
  reviewer,
  signedIn,
} from '#tests/support/factories/people';
import { mintedReview, mintedState, type MintedReview } from '#tests/support/factories/reviews';
import { demonstrationRegister } from '#tests/support/databases/fresh-register';
import { row } from '#tests/support/databases/sql';
import { onOneEngine } from '#tests/support/run/engines';

let manager: Actor;
let kenya: MintedReview;
let outsiders: readonly Actor[];

/** The summary of a State with two approved needs, completed and not published. */
async function withTwoNeeds(stateCode: string): Promise<MintedReview> {
  const by = await administrator();
  const { id } = valueOf(await createReview(by, { state: stateCode, cycle: 2, region: null }));
  const completedOn = '2023-01-31';
  valueOf(await setCompletion(by, { id, version: 1, completedOn, symbol: '' }));
  const { state_id: stateId } = await row<{ state_id: string }>(
    'select state_id from review where id = ?',
    [id],
  );
  const made = { id, version: 2, stateId, stateCode, region: 'AFR' } as const;
  const [entering, reviewing] = [await focalPoint(made), await reviewer(made)];
  for (const article of ['5', '9'])
    await approved(entering, reviewing, made, { articles: [article] });
  return made;
}

beforeAll(async () => {
  await demonstrationRegister();
  manager = await aManager();
  kenya = await withTwoNeeds('KEN');
  const other = await mintedReview({ of: await mintedState('EEG') });
  outsiders = [
    publicActor,
    await focalPoint(other),
    await signedIn({ role: 'contributor', stateId: other.stateId }),
    await reviewer(other),
    await signedIn({ role: 'adviser', region: 'APG' }),
  ];
}, 120_000);

const editionOf = async (id: string) => valueOf(await editionById(manager, id)).edition;
const contentOf = (id: string) => new TextEncoder().encode(`The note ${id}.`);

/** An edition that is frozen, and has one document. */
async function frozen(audience: Audience): Promise<string> {
  const id = await opened(manager, { audience });
  // Two languages are enough here, and sooner made than six.
  await unrecorded((tx) =>
    tx
      .update(note)
      .set({ languages: ['en', 'fr'] })
      .where(eq(note.id, id)),
  );
  const { version } = await editionOf(id);
  valueOf(await freezeEdition(manager, { id, version, seen: 'yes' }));
  await approvedByAnother(manager, id);
  const edition = await editionOf(id);
  await unrecorded((tx) =>
    storeFile(tx, id, {
      locale: 'en',
      format: 'txt',
      revision: toldRevision(edition)!,
      content: contentOf(id),
    }),
  );
  return id;
}
const publish = async (id: string) =>
  publishEdition(manager, { id, version: (await editionOf(id)).version });
const remade = async (id: string) =>
  withEditionSnapshot(systemActor('', 'A test'), { edition: await editionOf(id) }, checksumOf);
const checksOf = async (actor: Actor, id: string) =>
  withEditionChecks(actor, valueOf(await editionById(actor, id)), ({ checks }) =>
    checks.filter(({ kind }) => kind.startsWith('unpublished')),
  );

/** What of an edition these readers are given: nothing, or all that is published of it. */
async function seenBy(readers: readonly Actor[], id: string): Promise<string[]> {
  const { revision } = await editionOf(id);
  const each = readers.map(async (reader) => {
    const found = [
      (await editionById(reader, id)).ok,
      (await visibleEditions(reader)).some((edition) => edition.id === id),
      (await finishedNote(reader, id, 'fr')).ok,
      (await documentsOfEdition(reader, id)).ok,
      (await fileOfEdition(reader, id, 'en', 'txt')) !== undefined,
      (await blocksOfEdition(reader, id, revision)).length > 0,
    ];
    if (found.every(Boolean)) return 'all';
    return found.some(Boolean) ? found.join() : 'nothing';
  });
  return [...new Set(await Promise.all(each))];
}

/** Takes the summary of a review out of public view again. */
async function withdrawPublication({ id }: MintedReview): Promise<void> {
  const by = await administrator();
  const found = (await reviewById(by, id))!;
  const [version, publishedOn] = [found.version + 1, null];
  await unrecorded(async (tx) => {
    await tx.update(review).set({ publishedOn, version }).where(eq(review.id, id));
    await writeReviewVersion(
      tx,
      by,
      'publish',
      { ...found, version },
      {
        ...versionedDatesOf(found),
        publishedOn,
      },
    );
  });
}
const publishReview = async ({ id }: MintedReview) => {
  const by = await administrator();
  valueOf(await publishSummary(by, { id, version: (await reviewById(by, id))!.version }));
};

async function answerOfApi(query: string) {
  const answer = await summaryDocument(publicActor, new URLSearchParams(query), []);
  if (answer.kind !== 'found') throw new Error(answer.kind);
  return JSON.parse(answer.body) as { totals: Record<string, number>; regions: unknown };
}
const needsIn = (read: FinishedNote) =>
  Number(/(\d+) individual needs/.exec(readIn(read, 'overall.new'))?.[1]);

describe('a completed summary of KEN that is not published, with two needs', () => {
  it('is not counted in a note for the public, whose numbers are those of the public API', async () => {
    const id = await frozen('public');
    valueOf(await publish(id));
    const read = valueOf(await finishedNote(publicActor, id, 'en'));
    const { totals } = await answerOfApi('cycle=2&chapter=II&cutoff=2023-02-28');
    expect(totals).toMatchObject({ needs: 315 });
    expect(needsIn(read)).toBe(totals.needs);
    expect(readIn(read, 'overall.new')).toContain(`${totals.summaries} executive summaries`);
    expect(await checksOf(manager, id)).toEqual([]);
  });

  it('is counted in a note for the Group, which nobody can publish and no outsider sees', async () => {
    const id = await frozen('group');
    expect(needsIn(valueOf(await finishedNote(manager, id, 'en')))).toBe(317);
    expect(failureOf(await publish(id))).toEqual({
      kind: 'invalid',
      errors: [{ field: 'summaries', message: 'notes.audience.refused' }],
    });
    expect(await seenBy(outsiders, id)).toEqual(['nothing']);
    expect(await seenBy([manager, await administrator()], id)).toEqual(['all']);
  });

  it('takes an edition out of public view that was published before it was asked whom it is for', async () => {
    const id = await frozen('group');
    await unrecorded((tx) =>
      tx
        .update(note)
        .set({ status: 'published', publishedAt: '2026-01-01T00:00:00.000Z' })
        .where(eq(note.id, id)),
    );
    const { checksum } = await editionOf(id);
    expect(await seenBy(outsiders, id)).toEqual(['nothing']);
    expect(await verifyDocument(contentOf(id))).toMatchObject({
      code: 0,
      lines: [expect.stringContaining('unchanged'), 'The public does not see this edition.'],
    });
    expect(await remade(id)).toBe(checksum);
  });

  it('is named by the checks to those who may know of it, and to no others', async () => {
    const id = await opened(manager, { audience: 'group' });
    const someone = await focalPoint(await mintedReview({ of: await mintedState('EEG') }));
    const ofKenya = await focalPoint(kenya);
    for (const person of [someone, ofKenya]) {
      const [{ email = '' } = {}] = await unrecorded((tx) =>
        tx.select({ email: account.email }).from(account).where(eq(account.id, person.accountId!)),
      );
      valueOf(await addPerson(manager, { id, email, role: 'reads' }));
    }
    const named = { kind: 'unpublished', detail: 'KEN', review: kenya.id, blocking: false };
    const unnamed = { kind: 'unpublished-others', key: null, blocking: false };
    expect(await checksOf(manager, id)).toEqual([expect.objectContaining(named)]);
    expect(await checksOf(ofKenya, id)).toEqual([expect.objectContaining(named)]);
    expect(await checksOf(someone, id)).toEqual([unnamed]);
    const all = await withEditionChecks(
      someone,
      valueOf(await editionById(someone, id)),
      ({ checks }) => checks,
    );
    expect(JSON.stringify(all)).not.toContain('KEN');
  });

  it('decides when an edition is opened, not when its particulars are changed', async () => {
    const id = await opened(manager, { audience: 'group' });
    const change = { ...asIn2023, audience: 'public', languages: ['en'] } as const;
    valueOf(await changeEdition(manager, { ...change, id, version: 1 }));
    expect(await editionOf(id)).toMatchObject({ audience: 'group', version: 2 });
    // So do editions from before there was the choice: they count what they always counted.
    const before = await mintedEdition(manager);
    expect(await editionOf(before)).toMatchObject({ audience: 'group' });
  });
});

it('an edition is in public view only while every summary that it counts is published', async () => {
  const [forGroup, early] = [await frozen('group'), await frozen('public')];
  valueOf(await publish(early));
  await publishReview(kenya);
  valueOf(await publish(forGroup));
  const late = await frozen('public');
  valueOf(await publish(late));
  const checksums = async () => Promise.all([forGroup, early, late].map((id) => remade(id)));
  const before = await checksums();
  expect(await seenBy(outsiders, forGroup)).toEqual(['all']);
  expect(await seenBy(outsiders, late)).toEqual(['all']);

  await withdrawPublication(kenya);
  expect(await seenBy(outsiders, forGroup)).toEqual(['nothing']);
  expect(await seenBy(outsiders, late)).toEqual(['nothing']);
  // It never counted the summary.
  expect(await seenBy(outsiders, early)).toEqual(['all']);
  expect(await checksOf(manager, late)).toMatchObject([{ kind: 'unpublished', detail: 'KEN' }]);
  expect(await checksums()).toEqual(before);
  expect(before).toEqual(
    await Promise.all([forGroup, early, late].map(async (id) => (await editionOf(id)).checksum)),
  );
  // Frozen while it was published, and withdrawn before the edition was: it is not published.
  await publishReview(kenya);
  const between = await frozen('public');
  await withdrawPublication(kenya);
  expect(failureOf(await publish(between))).toMatchObject({ errors: [{ field: 'summaries' }] });
  await publishReview(kenya);
  expect(await seenBy(outsiders, late)).toEqual(['all']);
  await withdrawPublication(kenya);
});

it.runIf(onOneEngine)('what is worked with on a published edition is nobody else’s', async () => {
  const id = await frozen('public');
  valueOf(await publish(id));
  const { acceptedNumbersOf, commentsOfEdition, editionAtWork, versionsOfBlock } =
    await import('#lib/notes/store/queries');
  const reader = await signedIn({ role: 'adviser', region: 'APG' });
  const found = async (actor: Actor) => [
    (await editionAtWork(actor, id)).ok,
    (await acceptedNumbersOf(actor, id)).size > 0,
    (await versionsOfBlock(actor, id, 'summary')).length > 0,
    // The present blocks, and those of another revision than the published one.
    (await blocksOfEdition(actor, id, null)).length > 0,
    (await blocksOfEdition(actor, id, (await editionOf(id)).revision! + 1)).length > 0,
  ];
  for (const outsider of [...outsiders, reader]) {
    expect(await found(outsider)).toEqual([false, false, false, false, false]);
    expect(await commentsOfEdition(outsider, id)).toEqual([]);
    expect(valueOf(await editionById(outsider, id)).people).toEqual([]);
  }
  await nameOn(id, reader.accountId!);
  for (const insider of [manager, await administrator(), reader])
    expect(await found(insider)).toEqual([true, true, true, true, true]);
});

describe.runIf(onOneEngine)('what a frozen edition tells of the register', () => {
  it('is the revision of the last public change, however much else was written', async () => {
    const last = await latestSeenRevision(publicActor);
    const entering = await focalPoint(kenya);
    for (const audience of ['public', 'group'] as const) {
      await draft(entering, kenya);
      const id = await frozen(audience);
      const edition = await editionOf(id);
      expect(edition.revision).toBeGreaterThan(last);
      expect(toldRevision(edition)).toBe(last);
      const read = valueOf(await finishedNote(manager, id, 'en'));
      expect(read.revision).toBe(last);
      const said = JSON.stringify(read);
      expect(said).not.toContain(new Intl.NumberFormat('en').format(edition.revision!));
      expect(said).toContain(`revision=${last}&`);
      expect(said).not.toContain(`revision=${edition.revision}`);
      expect(await remade(id)).toBe(edition.checksum);
    }
    valueOf(await publish(await frozen('public')));
    expect(await latestSeenRevision(publicActor)).toBe(last);
  });

  it('does not change the links of an edition that was frozen without such a revision', async () => {
    const id = await frozen('public');
    // Its content was not stored either, which is found by its checksum.
    const older = { publicRevision: null, checksum: '0'.repeat(64) };
    await unrecorded((tx) => tx.update(note).set(older).where(eq(note.id, id)));
    const said = JSON.stringify(valueOf(await finishedNote(manager, id, 'en')));
    expect(said).toContain(`revision=${(await editionOf(id)).revision}`);
    expect(said).not.toContain('summaries=published');
  });
});

it.runIf(onOneEngine)(
  'a number of a note for the public opens onto published needs alone, whoever follows it',
  async () => {
    const id = await frozen('public');
    valueOf(await publish(id));
    const read = valueOf(await finishedNote(manager, id, 'en'));
    const links = [...JSON.stringify(read).matchAll(/"(\/summaries\/[^"]+)"/g)].map(
      ([, link = '']) => new URL(link, 'http://localhost'),
    );
    expect(links.length).toBeGreaterThan(50);
    const all = links.find(({ search }) =>
      search.startsWith('?chapter=II&cutoff=2023-02-28&revision'),
    )!;
    const readers = [
      manager,
      await administrator(),
      await focalPoint(kenya),
      await reviewer(kenya),
    ];
    for (const reader of readers) {
      const search = new URLSearchParams(all.search);
      search.delete('revision');
      const asked = await parsePageRequest(reader, search, {});
      expect(asked.faults).toEqual([]);
      expect(countForPage(reader, asked).totals.needs).toBe(315);
      const { needs } = await pageOfNeeds(reader, {
        ...needsListForPage(reader, asked),
        size: 400,
      });
      expect(needs.length).toBe(315);
      // What is found by the same conditions in SQL, where there are too many for a list of ids.
      const inSql = { counted: countedNeedsCondition(asked.parameters) };
      expect(await totalOfNeeds(reader, { list: 'approved', filter: inSql })).toBe(315);
      search.delete('summaries');
      const own = await parsePageRequest(reader, search, {});
      expect(countForPage(reader, own).totals.needs).toBe(317);
    }
    for (const link of links) expect(link.searchParams.get('summaries')).toBe('published');
  },
);

it.runIf(onOneEngine)('a note for the public says that its summaries are published', async () => {
  const [forPublic, forGroup] = [
    await opened(manager),
    await opened(manager, { audience: 'group' }),
  ];
  const said = async (id: string) => {
    const { footnotes } = valueOf(await finishedNote(manager, id, 'en'));
    return footnotes.map(({ runs }) => runs.map(({ text }) => text).join('')).join(' ');
  };
  expect(await said(forPublic)).toContain('that have been published');
  expect(await said(forGroup)).not.toContain('that have been published');
});
