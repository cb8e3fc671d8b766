import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eq } from 'drizzle-orm';
import { recordChange } from '#db/change';
import { read, transaction, type Writer } from '#db/client';
import { systemAccount } from '#db/register';
import { account, need, review, state } from '#db/schema';
import { actorOfAccount } from '#bin/demonstration-actors';
import {
  demonstrationAccounts,
  demonstrationPassword,
} from '#lib/people/accounts/demonstration-accounts';
import { assignReviewer } from '#lib/people/reviewers/assign';
import { findOrCreateOrganisation } from '#lib/people/organisations/organisations';
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

const seedFile = (kind: FileKind): ImportFile => ({
  kind,
  name: `${kind}.csv`,
  path: fileURLToPath(new URL(`../db/seed/demonstration/${kind}.csv`, import.meta.url)),
});

/**
 * Writes the file of needs with their texts and target groups beside their codes. The texts are
 * invented, in six languages; the codes are those of the note.
 */
function needsInWords(folder: string): ImportFile {
  const path = join(folder, 'needs.csv');
  const linesOf = (name: string) =>
    readFileSync(new URL(`../db/seed/demonstration/${name}.csv`, import.meta.url), 'utf8')
      .split('\r\n')
      .filter(Boolean);
  const texts = new Map(
    linesOf('need-texts').map((line) => [
      line.slice(0, line.indexOf(',')),
      line.slice(line.indexOf(',') + 1),
    ]),
  );
  const rows = linesOf('needs').map((line) => `${line},${texts.get(line.split(',')[0]!)}`);
  writeFileSync(path, `${rows.join('\r\n')}\r\n`);
  return { ...seedFile('needs'), path };
}

/** Loads the States and needs of the 2023 note, approved, as an import would write them. */
async function loadNote(tx: Writer, actorId: string) {
  const faults = new Faults();
  const folder = mkdtempSync(join(tmpdir(), 'demonstration-'));
  const files = fileKinds.map((kind) => (kind === 'needs' ? needsInWords(folder) : seedFile(kind)));
  await writeFiles(
    systemActor(actorId, 'Demonstration'),
    tx,
    { files, target: 'approved' },
    faults,
  ).finally(() => rmSync(folder, { recursive: true }));
  if (faults.count > 0)
    throw new Error(`the demonstration could not be loaded:\n${faults.lines().join('\n')}`);
  const reviews = await tx
    .select({ code: state.code, stateId: state.id, id: review.id })
    .from(review)
    .innerJoin(state, eq(state.id, review.stateId));
  return new Map(reviews.map(({ code, ...row }) => [code, row]));
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
    assignedReviews: assigned,
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
        ? (await findOrCreateOrganisation(tx, systemActor(actorId, 'Demonstration'), organisation))
            .id
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
    for (const stateCode of assigned ?? [])
      await assignReviewer(
        tx,
        systemActor(actorId, 'Demonstration'),
        reviews.get(stateCode)!.id,
        id,
      );
  }
}

const unwrap = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok)
    throw new Error(`the demonstration could not be loaded: ${JSON.stringify(outcome.failure)}`);
  return outcome.value;
};

/** Enters the sample needs with the commands of the register, each up to its status. */
async function loadSamples() {
  for (const { by, state: code, reason, then, fields } of sampleNeeds) {
    const writer = await actorOfAccount(by);
    const [row] = await read()
      .select({ id: review.id })
      .from(review)
      .innerJoin(state, eq(state.id, review.stateId))
      .where(eq(state.code, code));
    let saved = unwrap(await enterNeed(writer, { id: randomUUID(), reviewId: row!.id, fields }));
    if (then === 'draft') continue;
    saved = unwrap(await submitNeed(writer, saved));
    const reviewer = await actorOfAccount('reviewer.2@demo.example');
    if (then === 'returned') unwrap(await returnNeed(reviewer, { ...saved, reason }));
    if (then === 'recoded')
      unwrap(
        await recodeNeed(reviewer, {
          ...saved,
          reason,
          fields: {
            ...fields,
            category: 'institution-building',
            subcategory: 'ib-systems',
            types: [],
          },
        }),
      );
    if (then === 'withdrawn') unwrap(await withdrawNeed(writer, { ...saved, reason }));
  }
}

/**
 * Loads the demonstration register: the States and needs of the 2023 note, anonymised, with
 * accounts to try each role.
 */
export async function loadDemonstration() {
  const [existingAccount] = await read()
    .select({ id: account.id })
    .from(account)
    .where(eq(account.email, demonstrationAccounts[0]!.email));
  if (!existingAccount) {
    const passwordHash = await hashPassword(demonstrationPassword);
    await transaction(async (tx) => {
      const actorId = await systemAccount(tx, 'Demonstration');
      await loadAccounts(tx, actorId, await loadNote(tx, actorId), passwordHash);
    });
  }
  const [existingDraft] = await read()
    .select({ id: need.id })
    .from(need)
    .where(eq(need.status, 'draft'))
    .limit(1);
  if (!existingDraft) await loadSamples();
  await closeSomeReviews(unwrap);
  await loadAssistance(unwrap);
}
