import 'server-only';
import type { ServerResponse } from 'node:http';

const megabyte = 1024 * 1024;

/** The bytes of bodies on their way, by who sends them: of one client, and in all. */
type Bounds = Readonly<Record<'public' | 'signedIn', Readonly<{ ofOne: number; inAll: number }>>>;

/**
 * The public sends forms of some kilobytes; a person with an account also files. Those who have
 * signed in have room of their own, which nobody else can take.
 */
const usualBounds: Bounds = {
  public: { ofOne: 2 * megabyte, inAll: 32 * megabyte },
  signedIn: { ofOne: 48 * megabyte, inAll: 240 * megabyte },
};

type Body = Readonly<{ client: string; isSignedIn: boolean; bytes: number }>;

/**
 * Bounds the bytes that are on their way to the register: whoever sends many bodies and finishes none
 * holds only their own few. Returns how a body takes its room until it is answered, and who has too
 * many where there is none.
 */
export function createBodyBounds(bounds: Bounds = usualBounds) {
  const held = new Map<string, number>();
  const all = { public: 0, signedIn: 0 };
  return (
    response: ServerResponse,
    { client, isSignedIn, bytes }: Body,
  ): 'held' | 'tooManyOfOne' | 'tooManyInAll' => {
    const pool = isSignedIn ? 'signedIn' : 'public';
    const own = held.get(client) ?? 0;
    if (own + bytes > bounds[pool].ofOne) return 'tooManyOfOne';
    if (all[pool] + bytes > bounds[pool].inAll) return 'tooManyInAll';
    held.set(client, own + bytes);
    all[pool] += bytes;
    response.once('close', () => {
      all[pool] -= bytes;
      const left = held.get(client)! - bytes;
      if (left > 0) held.set(client, left);
      else held.delete(client);
    });
    return 'held';
  };
}
