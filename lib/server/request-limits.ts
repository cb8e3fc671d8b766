import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { environment } from '#lib/base/env';
import { clientAddress, networkOf } from '#lib/server/client-address';
import { createBodyBounds } from '#lib/server/body-bounds';
import { keepForSignedIn } from '#lib/server/connection-limits';
import { apiPolicy, createRequestRate } from '#lib/server/request-rates';
import { createRequestTurns, kindOfRequest, turnRetrySeconds } from '#lib/server/request-turns';
import { publicActor } from '#lib/base/actor';
import { bearerToken, holderOfToken } from '#lib/sessions/api-tokens';
import { actorOfRequest } from '#lib/sessions/auth-cookie';

/** Why a request does not go on now, and when it may be sent again, in seconds. */
export type Refusal = Readonly<{ status: 429 | 503; seconds: number }>;
/** Waits until a request may cost something; the refusal where it may not. Asked once or twice. */
export type Admit = () => Promise<Refusal | undefined>;

/** The network that limits count by. */
export const networkOfRequest = (request: IncomingMessage): string =>
  networkOf(clientAddress(request, environment().trustedProxy));

const actorOfToken = async (token: string) => (await holderOfToken(token))?.actor ?? publicActor;

/** Who asks: the account, or the network of the public. */
async function clientOf(request: IncomingMessage) {
  const token = bearerToken(request.headers.authorization);
  const asked = token === undefined ? actorOfRequest(request.headers.cookie) : actorOfToken(token);
  // Where the database does not answer, the page says so.
  const accountId = await asked.then(
    (actor) => actor.accountId,
    () => null,
  );
  if (accountId !== null) keepForSignedIn(request.socket);
  return { client: accountId ?? networkOfRequest(request), isSignedIn: accountId !== null };
}

type Asked = Readonly<{ route: string | undefined; query: string }>;

/**
 * Makes the limits of what costs the register something: whatever it has not in memory. By account,
 * or by the network of the public, so that whoever asks for much waits for themselves.
 */
export function createRequestLimits() {
  const takeTurn = createRequestTurns();
  const holdBody = createBodyBounds();
  const apiRate = createRequestRate();

  async function admit(
    request: IncomingMessage,
    response: ServerResponse,
    { route, query }: Asked,
  ): Promise<Refusal | undefined> {
    const who = await clientOf(request);
    if (route?.startsWith('/api/v1/')) {
      const { wait, left, refill } = apiRate(who.client);
      response.setHeader('ratelimit-policy', apiPolicy);
      response.setHeader('ratelimit', `"api";r=${left};t=${refill}`);
      if (wait > 0) return { status: 429, seconds: wait };
    }
    const bytes = Number(request.headers['content-length'] ?? 0);
    const body =
      request.method === 'POST' || request.method === 'PATCH'
        ? holdBody(response, { ...who, bytes })
        : 'held';
    if (body === 'tooManyOfOne') return { status: 429, seconds: turnRetrySeconds };
    if (body === 'tooManyInAll') return { status: 503, seconds: turnRetrySeconds };
    const mayGoOn = await takeTurn(kindOfRequest(route, query), who.client, response);
    return mayGoOn ? undefined : { status: 429, seconds: turnRetrySeconds };
  }

  return (request: IncomingMessage, response: ServerResponse, asked: Asked): Admit => {
    let answer: Promise<Refusal | undefined> | undefined;
    return () => (answer ??= admit(request, response, asked));
  };
}
