import type { Answered } from '#tests/support/asking';
import { startBare } from '#tests/support/bare';
import { ensureBuilt } from '#tests/support/built-pages';
import { askersOf, sessionsOf, type Asker } from '#tests/support/matrix-asking';
import { matrixRegister, type ActorName, type MatrixRegister } from '#tests/support/matrix-register';
import { startOwnServer } from '#tests/support/own-server';
import { freshRegister } from '#tests/support/register';

/** `front` is the register as people reach it; `bare` the same pages without anything of bin/server.ts before them. */
export const servings = ['front', 'bare'] as const;
export type Serving = (typeof servings)[number];
type Watch = (name: ActorName, answer: Answered) => void;

export type Matrix = Readonly<{
  register: MatrixRegister;
  url: (serving: Serving) => string;
  /** Everybody, with a session that lasts, or with one that may be ended once for each serving. */
  askers: (serving: Serving, which?: 'lasting' | 'ending', watch?: Watch) => readonly Asker[];
  stop: () => Promise<void>;
}>;

/** Fills the register of this test file, starts both servers on it and signs everybody in; with sessions that may be ended, if so wanted. */
export async function startMatrix({ ending = false }: { ending?: boolean } = {}): Promise<Matrix> {
  await ensureBuilt();
  await freshRegister();
  const register = await matrixRegister();
  const front = await startOwnServer();
  const servers = { front, bare: await startBare() };
  const sessions = await sessionsOf(front.url, register, ending ? 1 + servings.length : 1);
  return {
    register,
    url: (serving) => servers[serving].url,
    askers: (serving, which = 'lasting', watch = () => undefined) =>
      askersOf(servers[serving].url, sessions, which === 'lasting' ? 0 : 1 + servings.indexOf(serving), watch),
    stop: async () => {
      await servers.front.stop();
      await servers.bare.stop();
    },
  };
}
