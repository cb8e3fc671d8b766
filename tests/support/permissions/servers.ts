import type { HttpResponse } from '#tests/support/servers/http-client';
import { startBare } from '#tests/support/servers/server-without-edge';
import { ensureBuilt } from '#tests/support/run/built-pages';
import { clientsOf, sessionsOf, type Client } from '#tests/support/permissions/outcomes-of-answers';
import {
  matrixRegister,
  type ActorName,
  type MatrixRegister,
} from '#tests/support/permissions/register';
import { startOwnServer } from '#tests/support/servers/own-server';
import { freshRegister } from '#tests/support/databases/fresh-register';

/** `front` is the register as people reach it; `bare` the same pages without lib/server/server.ts. */
export const servings = ['front', 'bare'] as const;
export type Serving = (typeof servings)[number];
type Watch = (name: ActorName, answer: HttpResponse) => void;

export type Matrix = Readonly<{
  register: MatrixRegister;
  /** Everybody, with a session that lasts, or with one that may be ended once for each serving. */
  askers: (serving: Serving, which?: 'lasting' | 'ending') => readonly Client[];
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
    lasting: clientsOf(url, sessions, 0, watch),
    ending: clientsOf(url, sessions, ending, watch),
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
