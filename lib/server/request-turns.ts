import 'server-only';
import type { ServerResponse } from 'node:http';
import { createClientTurns } from '#lib/base/client-turns';

/**
 * The routes that cost much: exports, comparisons, figures and documents as files, likeness, work on
 * notes, the API.
 */
const heavyRoute =
  /^\/api\/v1\/|\/export(?:\/|$)|\/compare$|\/notes\/\[id\](?:$|\/)|\/progress$|\/likeness$|\/brief$|\/figures\/\[figure\]\/\[format\]$|\/template(?:\/|$)/;

/** Parameters that ask for the register as it was, which is rebuilt for them. */
const asksForPast = /(?:^|&)(?:revision|sinceRevision|vocabulary)=/;

type Kind = 'heavy' | 'page';

/** What a request costs: what is rebuilt or exported has turns of its own. */
export const kindOfRequest = (route: string | undefined, query: string): Kind =>
  (route !== undefined && heavyRoute.test(route)) || asksForPast.test(query) ? 'heavy' : 'page';

/** When a client with too many requests may try again, in seconds. */
export const turnRetrySeconds = 5;

/**
 * A page takes some ten milliseconds of the one thread that all share. So one client has few pages in
 * the making at a time, however many it asks for, and everybody else waits for those few at most.
 */
const bounds = {
  heavy: { inAll: 6, ofOne: 2, waiting: 30 },
  page: { inAll: 16, ofOne: 3, waiting: 100 },
} as const;

/** How long a turn lasts at most: whoever sends or reads slowly does not keep others waiting. */
const longestTurn = { heavy: 30_000, page: 5000 } as const;

/**
 * Returns how a request waits until its client has a turn. The turn ends with the answer. False where
 * too many of this client wait already.
 */
export function createRequestTurns() {
  const turns = { heavy: createClientTurns(bounds.heavy), page: createClientTurns(bounds.page) };
  return async (kind: Kind, client: string, response: ServerResponse): Promise<boolean> => {
    const finish = await turns[kind](client, () => response.destroyed);
    if (!finish) return false;
    const timer = setTimeout(finish, longestTurn[kind]).unref();
    response.once('close', () => {
      clearTimeout(timer);
      finish();
    });
    return true;
  };
}
