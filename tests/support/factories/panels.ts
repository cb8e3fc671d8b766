import { focalPoint, reviewer } from '#tests/support/factories/people';
import { mintedReview, type MintedReview } from '#tests/support/factories/reviews';

/** A review with the focal point of its State and two reviewers. */
export async function panel(of?: MintedReview) {
  const review = of ?? (await mintedReview());
  const [focal, first, second] = [
    await focalPoint(review, 'Focal point'),
    await reviewer(review),
    await reviewer(review),
  ];
  return {
    review,
    focal,
    first,
    second,
    ids: { focal: focal.accountId!, first: first.accountId!, second: second.accountId! },
  };
}
