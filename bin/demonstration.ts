import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { eq } from 'drizzle-orm';
import { recordChange } from '#db/change';
import { read, transaction, type Writer } from '#db/client';
import { systemAccount } from '#db/open';
import { account, assignment, need, review, state } from '#db/schema';
import { actorOfAccount } from '#bin/demonstration-actors';
import { demonstrationAccounts, demonstrationPassword } from '#lib/people/accounts/demonstration';
import { organisationNamed } from '#lib/people/organisations/organisations';
import { hashPassword } from '#lib/sessions/passwords';
import { systemActor } from '#lib/base/actor';
import type { Outcome } from '#lib/base/errors';
import { writeFiles } from '#lib/needs/imports/commands';
import type { ImportFile } from '#lib/needs/imports/pipeline/csv-file';
import { Faults } from '#lib/needs/imports/pipeline/faults';
import { fileKinds, type FileKind } from '#lib/needs/imports/pipeline/vocabulary';
import {
  enterNeed,
  recodeNeed,
  returnNeed,
  submitNeed,
  withdrawNeed,
} from '#lib/needs/entry/commands';
import { loadAssistance } from '#bin/demonstration-assistance';
import { closeSomeReviews } from '#bin/demonstration-closed';
import { sampleNeeds } from '#bin/demonstration-needs';

const now = () => new Date().toISOString();

const seed = (kind: FileKind): ImportFile => ({
  kind,
  name: `${kind}.csv`,
  path: fileURLToPath(new URL(`../db/seed/demonstration/${kind}.csv`, import.meta.url)),
});

/** The States and needs of the 2023 note, approved, as an import would write them. */
async function loadNote(tx: Writer, actorId: string) {
  const faults = new Faults();
  await writeFiles(
    systemActor(actorId, 'Demonstration'),
    tx,
    { files: fileKinds.map(seed), target: 'approved' },
    faults,
  );
  if (faults.count > 0)
    throw new Error(`the demonstration could not be loaded:\n${faults.lines().join('\n')}`);
  const reviews = await tx
    .select({ code: state.code, stateId: state.id, id: review.id })
    .from(review)
    .innerJoin(state, eq(state.id, review.stateId));
  return new Map(reviews.map(({ code, ...found }) => [code, found]));
}

async function loadAccounts(
  tx: Writer,
  actorId: string,
  reviews: ReadonlyMap<string, { id: string; stateId: string }>,
  passwordHash: string,
) {
  for (const {
    email,
    name,
    role,
    state: code,
    reviews: assigned,
    organisation,
    region,
  } of demonstrationAccounts) {
    const id = randomUUID();
    await tx.insert(account).values({
      id,
      email,
      name,
      role,
      stateId: code ? reviews.get(code)!.stateId : null,
      organisationId: organisation
        ? (await organisationNamed(tx, systemActor(actorId, 'Demonstration'), organisation)).id
        : null,
      region,
      passwordHash,
      active: true,
      createdAt: now(),
    });
    await recordChange(tx, {
      actorId,
      verb: 'invite',
      entity: 'account',
      entityId: id,
      data: { role },
    });
    for (const reviewed of assigned ?? []) {
      const assignmentId = randomUUID();
      const reviewId = reviews.get(reviewed)!.id;
      await tx
        .insert(assignment)
        .values({ id: assignmentId, reviewId, accountId: id, createdAt: now() });
      await recordChange(tx, {
        actorId,
        verb: 'appoint',
        entity: 'assignment',
        entityId: assignmentId,
        data: { reviewId, accountId: id },
      });
    }
  }
}

const must = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok)
    throw new Error(`the demonstration could not be loaded: ${JSON.stringify(outcome.failure)}`);
  return outcome.value;
};

/** Enters the sample needs by the register's own commands, each left in its status. */
async function loadSamples() {
  for (const { by, state: code, reason, then, fields } of sampleNeeds) {
    const writer = await actorOfAccount(by);
    const [found] = await read()
      .select({ id: review.id })
      .from(review)
      .innerJoin(state, eq(state.id, review.stateId))
      .where(eq(state.code, code));
    let seen = must(await enterNeed(writer, { id: randomUUID(), reviewId: found!.id, fields }));
    if (then === 'draft') continue;
    seen = must(await submitNeed(writer, seen));
    const reviewer = await actorOfAccount('reviewer.2@demo.example');
    if (then === 'returned') must(await returnNeed(reviewer, { ...seen, reason }));
    if (then === 'recoded')
      must(
        await recodeNeed(reviewer, {
          ...seen,
          reason,
          fields: {
            ...fields,
            category: 'institution-building',
            subcategory: 'ib-systems',
            types: [],
          },
        }),
      );
    if (then === 'withdrawn') must(await withdrawNeed(writer, { ...seen, reason }));
  }
}

/**
 * Loads the demonstration register: the States and needs of the 2023 note, anonymised, with
 * accounts to try each role.
 */
export async function loadDemonstration() {
  const [loaded] = await read()
    .select({ id: account.id })
    .from(account)
    .where(eq(account.email, demonstrationAccounts[0]!.email));
  if (!loaded) {
    const passwordHash = await hashPassword(demonstrationPassword);
    await transaction(async (tx) => {
      const actorId = await systemAccount(tx, 'Demonstration');
      await loadAccounts(tx, actorId, await loadNote(tx, actorId), passwordHash);
    });
  }
  const [sampled] = await read()
    .select({ id: need.id })
    .from(need)
    .where(eq(need.status, 'draft'))
    .limit(1);
  if (!sampled) await loadSamples();
  await closeSomeReviews(must);
  await loadAssistance(must);
}
