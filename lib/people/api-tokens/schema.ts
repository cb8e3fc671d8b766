import * as z from 'zod/mini';
import { apiScopes, tokenDays, tokenNameLength, type ApiScope } from '#lib/base/api-scopes';
import { done, invalid, type Outcome } from '#lib/base/errors';
import { listOf, textOf, type ReadInput } from '#lib/http/form';
import { normaliseLine } from '#lib/text/normalise';
import { singleLinePattern } from '#lib/text/single-line';

z.config({ jitless: true });

export type NewToken = Readonly<{ name: string; scopes: readonly ApiScope[]; days: number }>;

const nameSchema = z
  .string('api.errors.tokenName')
  .check(
    z.overwrite(normaliseLine),
    z.minLength(1, 'api.errors.tokenName'),
    z.maxLength(tokenNameLength, 'api.errors.tokenName'),
    z.regex(singleLinePattern, 'unreadable'),
  );

/** Reads the form of a new token: its name, its scopes and for how long it is valid. */
export const readNewToken: ReadInput<NewToken> = (form): Outcome<NewToken> => {
  const name = nameSchema.safeParse(textOf(form, 'name'));
  if (!name.success) return invalid('name', name.error.issues[0]!.message);
  const asked = listOf(form, 'scope');
  const scopes = apiScopes.filter((scope) => asked.includes(scope));
  const isKnown = asked.every((scope) => apiScopes.some((known) => known === scope));
  if (scopes.length === 0 || !isKnown) return invalid('scope', 'api.errors.tokenScope');
  const days = tokenDays.find((known) => String(known) === textOf(form, 'days'));
  if (!days) return invalid('days', 'api.errors.tokenDays');
  return done({ name: name.data, scopes, days });
};

const longestId = 36;
/** Reads which token is to end. */
export const readTokenId: ReadInput<{ id: string }> = (form) =>
  done({ id: textOf(form, 'token').slice(0, longestId) });
