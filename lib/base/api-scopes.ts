/**
 * What a token lets a program do for its account, and never more than the account may do itself.
 * `read` is all that the account sees but the audit.
 */
export const apiScopes = [
  'read',
  'needs',
  'reviews',
  'assistance',
  'notes',
  'vocabulary',
  'audit',
] as const;
export type ApiScope = (typeof apiScopes)[number];

/** For how many days a token can be valid. */
export const tokenDays = [30, 90, 365] as const;
export const tokenNameLength = 80;
/** How many tokens of an account can be valid at the same time. */
export const mostTokens = 20;

/** A token as it stands in a header, and as it must not stand in an address. */
export const tokenPattern = /nrt_[A-Za-z0-9_-]{43}/;
