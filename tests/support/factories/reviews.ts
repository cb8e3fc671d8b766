import { randomUUID } from 'node:crypto';
import { state } from '#db/schema';
import type { Cycle } from '#lib/convention/chapters';
import type { Region } from '#lib/convention/regions';
import { createReview, publishSummary, setCompletion } from '#lib/needs/reviews/commands';
import { valueOf } from '#tests/support/factories/outcomes';
import { administrator } from '#tests/support/factories/people';
import { unrecorded } from '#tests/support/databases/unrecorded';

export type MintedState = Readonly<{ stateId: string; stateCode: string; region: Region }>;
export type MintedReview = MintedState & Readonly<{ id: string; version: number }>;
type Wanted = Readonly<{
  cycle?: Cycle;
  region?: Region;
  completedOn?: string;
  published?: boolean;
  of?: MintedState;
}>;

/** A State that no other test knows. */
export async function mintedState(region: Region = 'AFR'): Promise<MintedState> {
  const stateId = randomUUID();
  const stateCode = `T-${randomUUID().slice(0, 8).toUpperCase()}`;
  await unrecorded(async (tx) => {
    await tx.insert(state).values({ id: stateId, code: stateCode, region });
  });
  return { stateId, stateCode, region };
}

/** The review of a new State (or of the one named), completed and published if so wanted. */
export async function mintedReview({
  cycle = 2,
  region = 'AFR',
  completedOn,
  published = false,
  of,
}: Wanted = {}): Promise<MintedReview> {
  const party = of ?? (await mintedState(region));
  const actor = await administrator();
  const { id } = valueOf(
    await createReview(actor, { state: party.stateCode, cycle, region: null }),
  );
  let version = 1;
  if (completedOn)
    valueOf(await setCompletion(actor, { id, version: version++, completedOn, symbol: '' }));
  if (published) valueOf(await publishSummary(actor, { id, version: version++ }));
  return { ...party, id, version };
}

/** A review whose summary everybody may read. */
export const publishedReview = (wanted: Omit<Wanted, 'published'> = {}): Promise<MintedReview> =>
  mintedReview({ completedOn: '2022-06-30', ...wanted, published: true });
