import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { eq } from 'drizzle-orm';
import { recordChange } from '#db/change';
import { read, transaction, type Writer } from '#db/client';
import { systemAccount } from '#db/open';
import { account, assignment, need, review, reviewVersion, state } from '#db/schema';
import { actorOfAccount } from '#bin/demonstration-actors';
import { demonstrationAccounts, demonstrationPassword } from '#lib/accounts/demonstration';
import { hashPassword } from '#lib/accounts/passwords';
import type { Category } from '#lib/convention/categories';
import type { Chapter } from '#lib/convention/chapters';
import type { Region } from '#lib/convention/regions';
import type { Outcome } from '#lib/errors';
import { enterNeed, recodeNeed, returnNeed, submitNeed, withdrawNeed } from '#lib/needs/commands';
import { articlesOfKey } from '#lib/needs/provision';
import type { NeedContent } from '#lib/needs/schema';
import { contentColumns, replaceArticles, writeVersion } from '#lib/needs/versions';
import { sampleNeeds } from '#bin/demonstration-needs';

type Row = Readonly<Record<string, string>>;

const rowsOf = (file: string): Row[] =>
  parse(readFileSync(new URL(`../db/seed/demonstration/${file}`, import.meta.url)), { columns: true, skip_empty_lines: true, bom: true });
const list = (value = '') => value.split(';').filter(Boolean);
const now = () => new Date().toISOString();

async function loadStates(tx: Writer, actorId: string) {
  const reviews = new Map<string, { id: string; stateId: string }>();
  for (const row of rowsOf('states.csv')) {
    const stateId = randomUUID();
    const id = randomUUID();
    const region = row.region as Region;
    const dated = { completedOn: row.completed_on!, publishedOn: row.completed_on!, symbol: null };
    await tx.insert(state).values({ id: stateId, code: row.state!, region });
    await tx.insert(review).values({ id, stateId, cycle: Number(row.cycle), numbered: 0, version: 1, ...dated, createdAt: now() });
    const seq = await recordChange(tx, { actorId, verb: 'create', entity: 'review', entityId: id, data: { version: 1, ...dated } });
    await tx.insert(reviewVersion).values({ id: randomUUID(), reviewId: id, version: 1, region, ...dated, verb: 'create', actorId, at: now(), fromSeq: seq });
    reviews.set(row.state!, { id, stateId });
  }
  return reviews;
}

const contentOf = (row: Row): NeedContent => ({
  chapter: row.chapter as Chapter, general: row.articles === 'general', articles: articlesOfKey(row.articles!),
  category: row.category as Category, subcategory: row.subcategory || null, topics: list(row.topics), types: list(row.types), tags: list(row.tags),
  targetGroups: [], priority: row.priority ? Number(row.priority) : null, text: null, language: null, quote: null, paragraph: null,
});

async function loadNeeds(tx: Writer, actorId: string, reviews: ReadonlyMap<string, { id: string }>) {
  const numbered = new Map<string, number>();
  for (const row of rowsOf('needs.csv')) {
    const id = randomUUID();
    const number = (numbered.get(row.state!) ?? 0) + 1;
    const content = contentOf(row);
    numbered.set(row.state!, number);
    await tx.insert(need).values({
      id, reviewId: reviews.get(row.state!)!.id, reference: `${row.state}-${row.cycle}-${String(number).padStart(3, '0')}`, sourceRef: row.ref!,
      status: 'approved', version: 1, countedVersion: 1, ...contentColumns(content), enteredBy: actorId, changedBy: actorId, createdAt: now(), updatedAt: now(),
    });
    await replaceArticles(tx, id, content.articles);
    await writeVersion(tx, { needId: id, version: 1, verb: 'approve', status: 'approved', content, actorId });
  }
  for (const [code, number] of numbered) await tx.update(review).set({ numbered: number }).where(eq(review.id, reviews.get(code)!.id));
}

async function loadAccounts(tx: Writer, actorId: string, reviews: ReadonlyMap<string, { id: string; stateId: string }>, passwordHash: string) {
  for (const { email, name, role, state: code, reviews: assigned } of demonstrationAccounts) {
    const id = randomUUID();
    await tx.insert(account).values({ id, email, name, role, stateId: code ? reviews.get(code)!.stateId : null, passwordHash, active: true, createdAt: now() });
    await recordChange(tx, { actorId, verb: 'invite', entity: 'account', entityId: id, data: { role } });
    for (const reviewed of assigned ?? []) {
      const assignmentId = randomUUID();
      const reviewId = reviews.get(reviewed)!.id;
      await tx.insert(assignment).values({ id: assignmentId, reviewId, accountId: id, createdAt: now() });
      await recordChange(tx, { actorId, verb: 'appoint', entity: 'assignment', entityId: assignmentId, data: { reviewId, accountId: id } });
    }
  }
}

const must = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(`the demonstration could not be loaded: ${JSON.stringify(outcome.failure)}`);
  return outcome.value;
};

/** Enters the sample needs by the register's own commands, each left in its status. */
async function loadSamples() {
  for (const { by, state: code, reason, then, fields } of sampleNeeds) {
    const writer = await actorOfAccount(by);
    const [found] = await read().select({ id: review.id }).from(review).innerJoin(state, eq(state.id, review.stateId)).where(eq(state.code, code));
    let seen = must(await enterNeed(writer, { id: randomUUID(), reviewId: found!.id, fields }));
    if (then === 'draft') continue;
    seen = must(await submitNeed(writer, seen));
    const reviewer = await actorOfAccount('reviewer.2@demo.example');
    if (then === 'returned') must(await returnNeed(reviewer, { ...seen, reason }));
    if (then === 'recoded') must(await recodeNeed(reviewer, { ...seen, reason, fields: { ...fields, category: 'institution-building', subcategory: 'ib-systems', types: [] } }));
    if (then === 'withdrawn') must(await withdrawNeed(writer, { ...seen, reason }));
  }
}

/** Loads the demonstration register: the States and needs of the 2023 note, anonymised, with accounts to try each role. */
export async function loadDemonstration() {
  const [loaded] = await read().select({ id: account.id }).from(account).where(eq(account.email, demonstrationAccounts[0]!.email));
  if (!loaded) {
    const passwordHash = await hashPassword(demonstrationPassword);
    await transaction(async (tx) => {
      const actorId = await systemAccount(tx, 'Demonstration');
      const reviews = await loadStates(tx, actorId);
      await loadNeeds(tx, actorId, reviews);
      await loadAccounts(tx, actorId, reviews, passwordHash);
    });
  }
  const [sampled] = await read().select({ id: need.id }).from(need).where(eq(need.status, 'draft')).limit(1);
  if (!sampled) await loadSamples();
}
