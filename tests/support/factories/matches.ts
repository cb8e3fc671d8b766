import type { Actor } from '#lib/base/actor';
import type { ActivityFields } from '#lib/assistance/activities/fields';
import type { Region } from '#lib/convention/regions';
import { acceptMatch, proposeMatch } from '#lib/assistance/matches/commands';
import type { Degree } from '#lib/needs/fulfilment/vocabulary';
import type { NeedFields } from '#lib/needs/model/schema';
import { activity, provider } from '#tests/support/factories/activities';
import { approved } from '#tests/support/factories/needs';
import { valueOf } from '#tests/support/factories/outcomes';
import { focalPoint, manager, reviewer, signedIn } from '#tests/support/factories/people';
import { mintedReview, mintedState, publishedReview } from '#tests/support/factories/reviews';

export const adviser = (region: Region): Promise<Actor> => signedIn({ role: 'adviser', region });

/**
 * A State of its own with a need that counts, its focal point, a provider with an activity in the
 * region, and a manager.
 */
export async function answering({
  published = true,
  region = 'AFR',
  status = 'under-way',
  need: fields = {},
  activity: more = {},
}: Readonly<{
  published?: boolean;
  region?: Region;
  status?: string;
  need?: Partial<NeedFields>;
  activity?: Partial<ActivityFields>;
}> = {}) {
  const of = await mintedState(region);
  const review = published
    ? await publishedReview({ of })
    : await mintedReview({ of, completedOn: '2022-06-30' });
  const [focal, decides, providing, managing] = [
    await focalPoint(review),
    await reviewer(review),
    await provider(),
    await manager(),
  ];
  const { id: need } = await approved(focal, decides, review, fields);
  const assistance = await activity(providing, {
    status,
    regions: [region],
    articles: '5',
    ...more,
  });
  return { review, focal, decides, provider: providing, manager: managing, need, assistance };
}

export const proposed = async (
  by: Actor,
  { assistance, need }: Readonly<{ assistance: string; need: string }>,
  degree: Degree = 'fully',
) => valueOf(await proposeMatch(by, { assistance, need, degree, reason: '' }));
/** A match that the manager has accepted. */
export const accepted = async (
  of: Awaited<ReturnType<typeof answering>>,
  degree: Degree = 'fully',
) => valueOf(await acceptMatch(of.manager, await proposed(of.provider, of, degree)));
