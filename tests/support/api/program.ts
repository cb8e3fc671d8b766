import type { Actor } from '#lib/base/actor';
import { apiScopes, type ApiScope } from '#lib/base/api-scopes';
import { respondToApi } from '#lib/api/respond';
import { createToken } from '#lib/people/api-tokens/commands';
import { valueOf } from '#tests/support/factories/outcomes';

type Asked = Readonly<{
  method?: string;
  token?: string;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}>;

/** A token of this person. */
export const tokenOf = async (
  actor: Actor,
  scopes: readonly ApiScope[] = apiScopes,
): Promise<string> =>
  valueOf(await createToken(actor, { name: 'A program', scopes, days: 30 })).token;

/** Asks the API as a program does, without a server: the status, the headers and the JSON. */
export async function ask(path: string, { method, token, body, headers = {} }: Asked = {}) {
  const isText = typeof body === 'string';
  const response = await respondToApi(
    new Request(`http://localhost:3000/api/v1${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    tag: response.headers.get('etag') ?? '',
    text,
    json: isJson && text !== '' ? JSON.parse(text) : null,
  };
}
