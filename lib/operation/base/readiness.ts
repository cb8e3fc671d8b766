import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { knownDamage } from '#db/damage';
import { registerRow } from '#db/register';
import { globalSingleton } from '#lib/base/global-singleton';

/** Why requests should go elsewhere; null where they may come here. */
export type Unready = 'stopping' | 'damaged' | 'database' | null;

const state = globalSingleton('readiness', () => ({
  isStopping: false,
  askedAt: -Infinity,
  asked: Promise.resolve<boolean>(false),
}));

/** From now on no balancer should send requests here. */
export const setStopping = (): void => {
  state.isStopping = true;
};

/** How long the database may take to answer, and for how long its answer is good. */
const longest = 2000;
const goodFor = 1000;

async function answers(): Promise<boolean> {
  const asked = registerRow().then(
    (row) => row !== undefined,
    () => false,
  );
  return Promise.race([asked, wait(longest, false, { ref: false })]);
}

/** Whether the register can answer. Whoever asks often does not make the database work more. */
export async function readiness(): Promise<Unready> {
  if (state.isStopping) return 'stopping';
  if (knownDamage() === 'structure') return 'damaged';
  if (performance.now() - state.askedAt > goodFor) {
    state.askedAt = performance.now();
    state.asked = answers();
  }
  return (await state.asked) ? null : 'database';
}
