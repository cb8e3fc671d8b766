import 'server-only';
import { LRUCache } from 'lru-cache';

type Rate = Readonly<{
  /** How many requests may come at once. */
  burst: number;
  /** How many more each second. */
  perSecond: number;
}>;
type Bucket = { left: number; at: number };

/** A program that follows the register, and one that reads all of it once. */
const apiRate: Rate = { burst: 600, perSecond: 5 };
const mostClients = 20_000;

/** The limit as the header `RateLimit-Policy` has it: so many requests in so many seconds. */
export const apiPolicy = `"api";q=${apiRate.burst};w=${apiRate.burst / apiRate.perSecond}`;

/** The seconds to wait, 0 where the request may go on; how many are left, and when all are again. */
type RateState = Readonly<{ wait: number; left: number; refill: number }>;

/** Limits how often each client asks, over time: beyond a burst, so many requests a second. */
export function createRequestRate({ burst, perSecond }: Rate = apiRate, now = Date.now) {
  const buckets = new LRUCache<string, Bucket>({ max: mostClients });
  const stateOf = ({ left }: Bucket, wait: number): RateState => ({
    wait,
    left: Math.floor(left),
    refill: Math.ceil((burst - left) / perSecond),
  });
  return (client: string): RateState => {
    const at = now();
    const bucket = buckets.get(client) ?? { left: burst, at };
    bucket.left = Math.min(burst, bucket.left + ((at - bucket.at) / 1000) * perSecond);
    bucket.at = at;
    buckets.set(client, bucket);
    if (bucket.left < 1) return stateOf(bucket, Math.ceil((1 - bucket.left) / perSecond));
    bucket.left -= 1;
    return stateOf(bucket, 0);
  };
}
