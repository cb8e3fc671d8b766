export type Chance = Readonly<{
  /** From 0 up to, and without, 1. */
  number: () => number;
  /** A whole number from 0 up to, and without, `below`. */
  below: (below: number) => number;
  oneOf: <T>(all: readonly T[]) => T;
  happens: (share: number) => boolean;
}>;

/** Numbers that look random and are the same for the same seed (mulberry32). */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(number() * limit);
  return {
    number,
    below,
    oneOf: (all) => all[below(all.length)]!,
    happens: (share) => number() < share,
  };
}
