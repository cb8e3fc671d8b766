import 'server-only';
import { publicActor, type Actor } from '#lib/base/actor';
import type { ApiScope } from '#lib/base/api-scopes';
import { bearerToken, endTokensInAddress, holderOfToken } from '#lib/sessions/api-tokens';
import { actorOfRequest } from '#lib/sessions/auth-cookie';

export type TokenFault = 'token-in-address' | 'token-invalid' | 'token-scope';

/** Who asks, and whether by a token, which alone may write. */
export type ApiReader =
  | Readonly<{ ok: true; actor: Actor; hasToken: boolean }>
  | Readonly<{ ok: false; fault: TokenFault }>;

/**
 * The actor of a request to the API: that of its token within this scope, else that of its session,
 * else the public. A token in the address is refused and ended.
 */
export async function apiReader(request: Request, scope: ApiScope): Promise<ApiReader> {
  if (await endTokensInAddress(request.url)) return { ok: false, fault: 'token-in-address' };
  const token = bearerToken(request.headers.get('authorization'));
  if (token === undefined) {
    const cookie = request.headers.get('cookie');
    const actor = cookie ? await actorOfRequest(cookie) : publicActor;
    return { ok: true, actor, hasToken: false };
  }
  const holder = await holderOfToken(token);
  if (!holder) return { ok: false, fault: 'token-invalid' };
  if (!holder.scopes.includes(scope)) return { ok: false, fault: 'token-scope' };
  return { ok: true, actor: holder.actor, hasToken: true };
}

/** The status of a fault of a token, and what the header says of it (RFC 6750). */
export const tokenFaults = {
  'token-in-address': { status: 400, challenge: 'Bearer error="invalid_request"' },
  'token-invalid': { status: 401, challenge: 'Bearer error="invalid_token"' },
  'token-scope': { status: 403, challenge: 'Bearer error="insufficient_scope"' },
} as const satisfies Record<TokenFault, { status: number; challenge: string }>;
