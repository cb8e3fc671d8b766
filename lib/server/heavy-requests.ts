import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { actorOfRequest } from '#lib/sessions/auth-cookie';
import { createClientTurns } from '#lib/server/client-turns';

/** The routes that cost much: exports, comparisons, figures and documents as files, likeness, the API. */
const heavyRoute =
  /^\/api\/v1\/|\/export(?:\/|$)|\/compare$|\/moved$|\/progress$|\/likeness$|\/figures\/\[figure\]\/\[format\]$|\/documents\/\[language\]\/|\/template(?:\/|$)/;

export const isHeavyRoute = (route: string | undefined): boolean =>
  route !== undefined && heavyRoute.test(route);

/** When a client with too many requests may try again, in seconds. */
export const heavyRetrySeconds = 5;

const longestTurn = 30_000;
const bounds = { inAll: 6, ofOne: 2, waiting: 30 };

/**
 * Waits until the client of a heavy request has its turn, by account or, for the public, by network.
 * The turn ends with the answer. False where the client has too many waiting already.
 */
export function createHeavyRequests() {
  const takeTurn = createClientTurns(bounds);
  return async (
    request: IncomingMessage,
    response: ServerResponse,
    network: string,
  ): Promise<boolean> => {
    const { accountId } = await actorOfRequest(request.headers.cookie);
    const finish = await takeTurn(accountId ?? network, () => response.destroyed);
    if (!finish) return false;
    // Whoever reads an answer slowly does not keep others waiting.
    const timer = setTimeout(finish, longestTurn).unref();
    response.once('close', () => {
      clearTimeout(timer);
      finish();
    });
    return true;
  };
}
