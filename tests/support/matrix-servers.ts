import type { Answered } from '#tests/support/asking';
import { startBare } from '#tests/support/bare';
import { ensureBuilt } from '#tests/support/built-pages';
import { askersOf, sessionsOf, type Asker } from '#tests/support/matrix-asking';
import {
  matrixRegister,
  type ActorName,
  type MatrixRegister,
} from '#tests/support/matrix-register';
import { startOwnServer } from '#tests/support/own-server';
import { freshRegister } from '#tests/support/register';

/** `front` is the register as people reach it; `bare` the same pages without bin/server.ts. */
export const servings = ['front', 'bare'] as const;
export type Serving = (typeof servings)[number];
type Watch = (name: ActorName, answer: Answered) => void;

export type Matrix = Readonly<{
  register: MatrixRegister;
  /** Everybody, with a session that lasts, or with one that may be ended once for each serving. */
  askers: (serving: Serving, which?: 'lasting' | 'ending') => readonly Asker[];
  stop: () => Promise<void>;
}>;

/** Fills the register of this test file and starts both servers on it; `watch` sees all answers. */
export async function startMatrix(watch: Watch = () => undefined): Promise<Matrix> {
  await ensureBuilt();
  await freshRegister();
  const register = await matrixRegister();
  const [front, bare] = await Promise.all([startOwnServer(), startBare()]);
  const sessions = await sessionsOf(register, servings.length);
  const askersAt = (url: string, ending: number) => ({
    lasting: askersOf(url, sessions, 0, watch),
    ending: askersOf(url, sessions, ending, watch),
  });
  const askers = { front: askersAt(front.url, 1), bare: askersAt(bare.url, 2) };
  return {
    register,
    askers: (serving, which = 'lasting') => askers[serving][which],
    stop: async () => {
      await Promise.all([front.stop(), bare.stop()]);
    },
  };
}
