import 'server-only';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import { read } from '#db/client';
import { account, needVersion } from '#db/schema';
import { codingSample, sampledNeed, secondCoding } from '#db/schema/coding';
import type { Actor } from '#lib/base/actor';
import {
  agreementFigures,
  type CodedNeed,
  type AgreementFigures,
} from '#lib/review/coding/agreement';
import { finishedCoding, firstCoding } from '#lib/review/coding/codings';
import { maySeeSamples } from '#lib/review/coding/rules';
import { vocabulary } from '#lib/needs/store/queries';
import { globalSingleton } from '#lib/base/global-singleton';

export type SampleView = Readonly<
  Omit<typeof codingSample.$inferSelect, 'drawnBy' | 'fromSeq'> & {
    by: string;
    coded: number;
    wanted: number;
  }
>;

const codingCounts = {
  coded:
    sql`(select count(*) from ${secondCoding} c inner join ${sampledNeed} s on s.id = c.sampled_need_id where s.sample_id = ${codingSample.id} and c.coded_at is not null)`.mapWith(
      Number,
    ),
  wanted: sql`${codingSample.size} * ${codingSample.coders}`.mapWith(Number),
};
const selectSamples = () =>
  read()
    .select({ sample: codingSample, by: account.name, ...codingCounts })
    .from(codingSample)
    .innerJoin(account, eq(account.id, codingSample.drawnBy));
const toSampleView = ({
  sample: { drawnBy: _drawnBy, fromSeq: _fromSeq, ...sample },
  ...row
}: Awaited<ReturnType<typeof selectSamples>>[number]): SampleView => ({ ...sample, ...row });

/** The samples, latest first; empty for actors who may not see them. */
export const listSamples = async (actor: Actor): Promise<SampleView[]> =>
  maySeeSamples(actor)
    ? (await selectSamples().orderBy(desc(codingSample.at), asc(codingSample.id)).limit(200)).map(
        toSampleView,
      )
    : [];

export async function sampleById(actor: Actor, id: string): Promise<SampleView | undefined> {
  if (!maySeeSamples(actor)) return undefined;
  const [row] = await selectSamples().where(eq(codingSample.id, id));
  return row && toSampleView(row);
}

export type CoderProgress = Readonly<{
  accountId: string | null;
  name: string | null;
  coded: number;
  open: number;
}>;

/**
 * How many second codings of a sample each coder has to make and has made. One row without a name
 * counts those assigned to nobody.
 */
export async function coderProgress(actor: Actor, { id }: SampleView): Promise<CoderProgress[]> {
  if (!maySeeSamples(actor)) return [];
  const rows = await read()
    .select({
      accountId: secondCoding.accountId,
      name: account.name,
      coded: sql`count(${secondCoding.codedAt})`.mapWith(Number),
      all: sql`count(*)`.mapWith(Number),
    })
    .from(secondCoding)
    .innerJoin(sampledNeed, eq(sampledNeed.id, secondCoding.sampledNeedId))
    .leftJoin(account, eq(account.id, secondCoding.accountId))
    .where(eq(sampledNeed.sampleId, id))
    .groupBy(secondCoding.accountId, account.name);
  return rows
    .map(({ all, ...row }) => ({ ...row, open: all - row.coded }))
    .sort(
      (a, b) =>
        (a.name ?? '\uffff').localeCompare(b.name ?? '\uffff') ||
        ((a.accountId ?? '') < (b.accountId ?? '') ? -1 : 1),
    );
}

/** The reviewers to whom codings can be reassigned. */
export const reviewerOptions = async (
  actor: Actor,
): Promise<readonly Readonly<{ id: string; name: string }>[]> =>
  maySeeSamples(actor)
    ? read()
        .select({ id: account.id, name: account.name })
        .from(account)
        .where(and(eq(account.role, 'reviewer'), eq(account.active, true)))
        .orderBy(asc(account.name), asc(account.id))
    : [];

async function codedNeeds(id: string): Promise<CodedNeed[]> {
  const firsts = await read()
    .select({
      id: sampledNeed.id,
      provision: needVersion.provision,
      general: needVersion.general,
      category: needVersion.category,
      subcategory: needVersion.subcategory,
      tags: needVersion.tags,
    })
    .from(sampledNeed)
    .innerJoin(
      needVersion,
      and(eq(needVersion.needId, sampledNeed.needId), eq(needVersion.version, sampledNeed.version)),
    )
    .where(eq(sampledNeed.sampleId, id))
    .orderBy(asc(sampledNeed.position));
  const seconds = Map.groupBy(
    await read()
      .select({ coding: secondCoding })
      .from(secondCoding)
      .innerJoin(sampledNeed, eq(sampledNeed.id, secondCoding.sampledNeedId))
      .where(eq(sampledNeed.sampleId, id))
      .orderBy(asc(secondCoding.place)),
    ({ coding }) => coding.sampledNeedId,
  );
  return firsts.map((first) => ({
    first: firstCoding(first),
    seconds: (seconds.get(first.id) ?? []).map(({ coding }) => finishedCoding(coding)),
  }));
}

const maxCached = 20;

/** The agreement of the codings of a sample, cached until another coding is made. */
export async function sampleAgreement(
  actor: Actor,
  { id, seed, coded }: SampleView,
): Promise<AgreementFigures | null> {
  if (!maySeeSamples(actor)) return null;
  const { tags } = await vocabulary(actor);
  const cache = globalSingleton(
    'coding-figures',
    () => new LRUCache<string, AgreementFigures>({ max: maxCached }),
  );
  const key = JSON.stringify([id, coded, tags.map(({ code }) => code)]);
  const figures =
    cache.get(key) ??
    agreementFigures(
      await codedNeeds(id),
      tags.map(({ code }) => code),
      seed,
    );
  cache.set(key, figures);
  return figures;
}
